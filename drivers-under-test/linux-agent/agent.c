/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The agent: the only program in the guest. It performs programs that the host writes into memory that both share, and writes there what
 * each operation answered and when. README.md beside it says what lies where.
 */
#define _GNU_SOURCE
#include "operations.h"

#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>

#define MAGIC 0x314b4e41594b4e59ull
#define VERSION 1
#define PROCESSES 8
#define OPERATIONS 512
#define HANDLES 64
#define STRINGS 32
#define STRING_SIZE 128
#define TEXT_SIZE 0x10000
#define ERRAND_NS 5000000000ull /* the host is waited for so long */
#define DEATH_NS 50000000ull /* after so long without progress somebody may have died */

enum state { STARTING, READY, RUNNING, DONE, STUCK };
enum moment { INVOKED, COMPLETED };
enum flag { NOT_PERFORMED = 1, WAS_KICKED = 2, POISON = 4 };

enum code {
	PAUSE, WAIT_ALL, OPEN, CLOSE, READ, WRITE, POLL, SYSFS, IOCTL, MMAP_READ, GPIO_CHIP_INFO, GPIO_LINE_INFO, GPIO_WATCH, GPIO_LINE,
	GPIO_GET, GPIO_SET, GPIO_CONFIG, GPIO_V1_LINE, GPIO_V1_EVENT, GPIO_V1_GET, GPIO_V1_SET, IOCTL_BUFFER, READ_FILE, HOST,
	AWAIT_NODE, CLOSE_MAGIC
};

struct operation {
	uint16_t code;
	uint8_t handle;
	uint8_t result; /* the handle that it makes */
	uint32_t delay; /* microseconds, after what it waits for */
	int32_t after_process; /* or -1 */
	uint16_t after_index;
	uint16_t after_moment;
	int64_t argument;
	uint32_t detail;
	uint32_t unused;
};

struct outcome {
	uint64_t invoked; /* nanoseconds, or 0 */
	uint64_t completed; /* nanoseconds, or 0 */
	int64_t answer;
	uint32_t flags;
	uint32_t data;
};

struct shared {
	uint64_t magic;
	uint32_t version;
	uint32_t state;
	uint32_t asked; /* by the host: the number of the program to perform */
	uint32_t done; /* the number of the last program that is over */
	uint32_t quiet_ms; /* after so long without progress, whoever is in flight gets a signal */
	uint32_t give_up_ms; /* after so long without progress, what is in flight is lost */
	uint32_t counts[PROCESSES];
	uint64_t kicked[PROCESSES]; /* when its process last got a signal, or 0 */
	uint64_t stalled; /* when nothing had happened for quiet_ms for the first time, or 0 */
	uint32_t text_length;
	uint32_t unused[5];
	char gap[0x100 - 160];
	uint32_t mailbox[4]; /* the number of the last errand of the host, its string, the last one done, the answer */
	char gap1[0x1000 - 0x110];
	char strings[STRINGS][STRING_SIZE];
	char gap2[0x10000 - 0x2000];
	struct operation operations[PROCESSES][OPERATIONS];
	char gap3[0x40000 - 0x10000 - PROCESSES * OPERATIONS * 32];
	struct outcome outcomes[PROCESSES][OPERATIONS];
	char gap4[0x80000 - 0x40000 - PROCESSES * OPERATIONS * 32];
	char text[TEXT_SIZE];
};

_Static_assert(sizeof(struct operation) == 32 && sizeof(struct outcome) == 32, "records have 32 bytes");
_Static_assert(__builtin_offsetof(struct shared, mailbox) == 0x100, "mailbox");
_Static_assert(__builtin_offsetof(struct shared, strings) == 0x1000, "strings");
_Static_assert(__builtin_offsetof(struct shared, operations) == 0x10000, "operations");
_Static_assert(__builtin_offsetof(struct shared, outcomes) == 0x40000, "outcomes");
_Static_assert(__builtin_offsetof(struct shared, text) == 0x80000, "text");

static struct shared *shared;

struct worker {
	int number;
	pid_t tid;
	atomic_uint position; /* operations completed, or OPERATIONS + 1 when it has come to its end */
	atomic_uint invoked; /* operations invoked */
	atomic_uint is_in_flight;
	atomic_ullong kicked; /* when it last got a signal, or 0 */
	char strings[STRINGS][STRING_SIZE];
	struct operation operations[OPERATIONS];
	unsigned int count;
};

static struct worker workers[PROCESSES];
static atomic_int files[HANDLES]; /* descriptor + 1, or 0 */
static atomic_uint epoch;
static atomic_uint unfinished;
static atomic_uint progress;
static atomic_uint next_descriptor;
static atomic_int is_abandoned;

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000ull + time.tv_nsec;
}

static void nap(long microseconds)
{
	struct timespec time = { microseconds / 1000000, microseconds % 1000000 * 1000 };

	nanosleep(&time, NULL);
}

/* Memory of a PCI device takes aligned words only. */
static void copy_words(void *to, const void *from, size_t bytes)
{
	volatile uint64_t *out = to;
	const volatile uint64_t *in = from;
	size_t i;

	for (i = 0; i < bytes / 8; i++)
		out[i] = in[i];
}

static void log_line(const char *format, ...)
{
	char line[256];
	va_list arguments;
	int fd = open("/dev/kmsg", O_WRONLY | O_CLOEXEC);
	int length;

	va_start(arguments, format);
	length = vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	if (fd >= 0) {
		if (write(fd, line, length) < 0)
			_exit(1);
		close(fd);
	}
}

static void append_text(const char *text, size_t length)
{
	static char copy[TEXT_SIZE];
	uint32_t used = shared->text_length;

	if (used == 0)
		memset(copy, 0, sizeof(copy));
	if (used + length > TEXT_SIZE)
		length = TEXT_SIZE - used;
	memcpy(copy + used, text, length);
	copy_words(shared->text, copy, (used + length + 7) / 8 * 8 <= TEXT_SIZE ? (used + length + 7) / 8 * 8 : TEXT_SIZE);
	shared->text_length = used + length;
}

static long append_file(const char *name)
{
	char buffer[4096];
	long total = 0;
	ssize_t got;
	int fd = open(name, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return -errno;
	while ((got = read(fd, buffer, sizeof(buffer))) > 0) {
		append_text(buffer, got);
		total += got;
	}
	close(fd);
	return total;
}

/* A number that no file had for long, so that nobody who still has the old number meets the new file. */
static void keep(unsigned int handle, int fd)
{
	int number = fcntl(fd, F_DUPFD_CLOEXEC, 64 + atomic_fetch_add(&next_descriptor, 1) % 3000);

	if (number >= 0) {
		close(fd);
		atomic_store(&files[handle % HANDLES], number + 1);
	} else {
		atomic_store(&files[handle % HANDLES], fd + 1);
	}
}

/* Runs of the bytes that the allocator leaves in freed and in fresh memory. */
static int is_poisoned(const unsigned char *bytes, long length)
{
	long i, run = 0;

	for (i = 1; i < length; i++) {
		run = bytes[i] == bytes[i - 1] && (bytes[i] == 0x6b || bytes[i] == 0x5a) ? run + 1 : 0;
		if (run >= 7)
			return 1;
	}
	return 0;
}

/* Of "folder prefix" copies the folder and answers the prefix; of a file alone answers nothing. */
static const char *prefix_of(const char *folder_and_prefix, char *folder)
{
	const char *blank = strchr(folder_and_prefix, ' ');

	if (!blank)
		return NULL;
	memcpy(folder, folder_and_prefix, blank - folder_and_prefix);
	folder[blank - folder_and_prefix] = 0;
	return blank + 1;
}

static long open_of(const char *folder_and_prefix, int flags)
{
	char folder[STRING_SIZE];
	const char *prefix = prefix_of(folder_and_prefix, folder);

	return prefix ? op_open(folder, prefix, flags) : answer(open(folder_and_prefix, flags | O_CLOEXEC));
}

static long await_node_of(const char *folder_and_prefix, int milliseconds)
{
	char folder[STRING_SIZE];
	const char *prefix = prefix_of(folder_and_prefix, folder);

	return prefix ? op_await_node(folder, prefix, milliseconds) : -EINVAL;
}

/* Sends the host on an errand, such as to plug a device in. One is on its way at a time. */
static long ask_host(unsigned int string)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	volatile uint32_t *mailbox = shared->mailbox;
	uint32_t number;
	int32_t got;

	pthread_mutex_lock(&lock);
	number = mailbox[0] + 1;
	mailbox[1] = string;
	atomic_thread_fence(memory_order_seq_cst);
	mailbox[0] = number;
	while (mailbox[2] != number)
		nap(300);
	atomic_thread_fence(memory_order_seq_cst);
	got = (int32_t)mailbox[3];
	pthread_mutex_unlock(&lock);
	return got;
}

static const char *string(struct worker *me, int64_t index)
{
	return me->strings[index < 0 || index >= STRINGS ? 0 : index];
}

static int makes_file(unsigned int code)
{
	return code == OPEN || code == GPIO_LINE || code == GPIO_V1_LINE || code == GPIO_V1_EVENT;
}

static int needs_file(unsigned int code)
{
	return code >= CLOSE && code != SYSFS && code != READ_FILE && code != HOST && code != AWAIT_NODE;
}

static long perform(struct worker *me, struct operation *op, int fd, uint32_t *flags, uint32_t *data)
{
	unsigned char buffer[4096];
	long got;

	switch (op->code) {
	case OPEN:
		return open_of(string(me, op->argument), (int)op->detail);
	case CLOSE:
		return op_close(fd);
	case READ:
		memset(buffer, 0, sizeof(buffer));
		got = op_read(fd, op->argument > 4096 ? 4096 : op->argument, buffer);
		if (got > 0 && is_poisoned(buffer, got))
			*flags |= POISON;
		memcpy(data, buffer, sizeof(*data));
		return got;
	case WRITE:
		return op_write(fd, op->argument, op->detail);
	case POLL:
		return op_poll(fd, (short)op->detail, (int)op->argument);
	case SYSFS:
		return op_sysfs(string(me, op->argument), string(me, op->detail));
	case IOCTL:
		return op_ioctl(fd, op->detail, op->argument);
	case IOCTL_BUFFER:
		got = op_ioctl_buffer(fd, op->detail, op->argument, buffer);
		if (got >= 0 && is_poisoned(buffer, sizeof(buffer)))
			*flags |= POISON;
		return got;
	case MMAP_READ:
		return op_mmap_read(fd, op->argument);
	case GPIO_CHIP_INFO:
		return op_gpio_chip_info(fd);
	case GPIO_LINE_INFO:
		return op_gpio_line_info(fd, op->argument);
	case GPIO_WATCH:
		return op_gpio_watch(fd, op->argument);
	case GPIO_LINE:
		return op_gpio_line(fd, op->argument, op->detail);
	case GPIO_GET:
		return op_gpio_get(fd);
	case GPIO_SET:
		return op_gpio_set(fd, op->argument);
	case GPIO_CONFIG:
		return op_gpio_config(fd, op->detail);
	case GPIO_V1_LINE:
		return op_gpio_v1_line(fd, op->argument, op->detail);
	case GPIO_V1_EVENT:
		return op_gpio_v1_event(fd, op->argument);
	case GPIO_V1_GET:
		return op_gpio_v1_get(fd);
	case GPIO_V1_SET:
		return op_gpio_v1_set(fd, op->argument);
	case READ_FILE:
		return append_file(string(me, op->argument));
	case HOST:
		return ask_host(op->argument);
	case AWAIT_NODE:
		return await_node_of(string(me, op->argument), (int)op->detail);
	case CLOSE_MAGIC:
		return op_close_magic(fd);
	default:
		return -ENOSYS;
	}
}

static int others_are_over(struct worker *me)
{
	int i;

	for (i = 0; i < PROCESSES; i++)
		if (&workers[i] != me && workers[i].count && atomic_load(&workers[i].position) <= OPERATIONS)
			return 0;
	return 1;
}

static int has_come(struct operation *op)
{
	struct worker *other = &workers[op->after_process % PROCESSES];

	if (atomic_load(&other->position) > op->after_index)
		return 1;
	return op->after_moment == INVOKED && atomic_load(&other->invoked) > op->after_index;
}

static void await(struct worker *me, struct operation *op)
{
	uint64_t until;
	int turns = 0;

	while (op->code == WAIT_ALL && !others_are_over(me) && !atomic_load(&is_abandoned))
		nap(100);
	while (op->after_process >= 0 && !has_come(op) && !atomic_load(&is_abandoned)) {
		if (turns++ < 50)
			sched_yield();
		else
			nap(30);
	}
	if (op->delay >= 200) {
		nap(op->delay);
	} else if (op->delay) {
		until = now() + op->delay * 1000ull;
		while (now() < until)
			;
	}
}

static void perform_one(struct worker *me, unsigned int index)
{
	struct operation *op = &me->operations[index];
	struct outcome *place = &shared->outcomes[me->number][index];
	uint32_t flags = 0, data = 0;
	uint64_t invoked, completed;
	int fd = -1;
	long got = 0;

	await(me, op);
	if (needs_file(op->code)) {
		/* Of several that close a file one does. */
		fd = (op->code == CLOSE || op->code == CLOSE_MAGIC ? atomic_exchange(&files[op->handle % HANDLES], 0) : atomic_load(&files[op->handle % HANDLES])) - 1;
		if (fd < 0)
			flags = NOT_PERFORMED;
	}
	if (op->code == OPEN && atomic_load(&files[op->result % HANDLES]))
		flags = NOT_PERFORMED; /* one name, one file */
	if (op->code == PAUSE || op->code == WAIT_ALL || atomic_load(&is_abandoned))
		flags = NOT_PERFORMED;
	invoked = now();
	place->invoked = invoked;
	atomic_store(&me->is_in_flight, 1);
	atomic_store(&me->invoked, index + 1);
	if (!flags) {
		got = perform(me, op, fd, &flags, &data);
		completed = now();
		if (makes_file(op->code) && got >= 0) {
			keep(op->result, got);
			got = 0;
		}
	} else {
		completed = invoked;
	}
	atomic_store(&me->is_in_flight, 0);
	if (atomic_load(&me->kicked) > invoked)
		flags |= WAS_KICKED;
	place->answer = got;
	place->data = data;
	place->flags = flags;
	atomic_thread_fence(memory_order_seq_cst);
	place->completed = completed;
	atomic_fetch_add(&progress, 1);
}

static void *work(void *argument)
{
	struct worker *me = argument;
	unsigned int seen = 0;
	unsigned int i;

	me->tid = syscall(SYS_gettid);
	for (;;) {
		while (atomic_load(&epoch) == seen)
			syscall(SYS_futex, &epoch, FUTEX_WAIT, seen, NULL, NULL, 0);
		seen = atomic_load(&epoch);
		for (i = 0; i < me->count; i++) {
			perform_one(me, i);
			atomic_store(&me->position, i + 1);
		}
		atomic_store(&me->position, OPERATIONS + 1);
		atomic_fetch_sub(&unfinished, 1);
	}
	return NULL;
}

static void begin(void)
{
	struct outcome nothing;
	unsigned int i, k;

	memset(&nothing, 0, sizeof(nothing));
	for (i = 0; i < PROCESSES; i++) {
		struct worker *worker = &workers[i];

		worker->count = shared->counts[i] > OPERATIONS ? OPERATIONS : shared->counts[i];
		copy_words(worker->strings, shared->strings, sizeof(worker->strings));
		copy_words(worker->operations, shared->operations[i], worker->count * sizeof(struct operation));
		for (k = 0; k < worker->count; k++)
			copy_words(&shared->outcomes[i][k], &nothing, sizeof(nothing));
		shared->kicked[i] = 0;
		atomic_store(&worker->kicked, 0);
		atomic_store(&worker->position, 0);
		atomic_store(&worker->invoked, 0);
	}
	shared->stalled = 0;
	shared->text_length = 0;
	atomic_store(&is_abandoned, 0);
	atomic_store(&unfinished, PROCESSES);
	atomic_fetch_add(&epoch, 1);
	syscall(SYS_futex, &epoch, FUTEX_WAKE, PROCESSES, NULL, NULL, 0);
}

/* Notes who is in flight, before anything is done that lets one go on; then where each sleeps, and a signal to each. */
static void kick(void)
{
	unsigned int invoked[PROCESSES];
	char line[96];
	int i;

	for (i = 0; i < PROCESSES; i++) {
		invoked[i] = atomic_load(&workers[i].is_in_flight) ? atomic_load(&workers[i].invoked) : 0;
		if (invoked[i]) {
			atomic_store(&workers[i].kicked, now());
			shared->kicked[i] = atomic_load(&workers[i].kicked);
		}
	}
	for (i = 0; i < PROCESSES && shared->text_length < TEXT_SIZE / 2; i++) {
		if (!invoked[i])
			continue;
		append_text(line, snprintf(line, sizeof(line), "process %d, operation %u\n", i, invoked[i] - 1));
		snprintf(line, sizeof(line), "/proc/self/task/%d/stack", workers[i].tid);
		append_file(line);
	}
	for (i = 0; i < PROCESSES; i++)
		if (invoked[i] && atomic_load(&workers[i].invoked) == invoked[i])
			syscall(SYS_tgkill, getpid(), workers[i].tid, SIGUSR1);
}

/* Whether somebody who was in flight is no more: the kernel ends whoever was inside when it failed. */
static int somebody_died(void)
{
	int i;

	for (i = 0; i < PROCESSES; i++)
		if (atomic_load(&workers[i].is_in_flight) && syscall(SYS_tgkill, getpid(), workers[i].tid, 0) < 0 && errno == ESRCH)
			return 1;
	return 0;
}

/* Whether the host is on an errand, and not for too long. */
static int host_is_busy(uint64_t time)
{
	static uint32_t errand;
	static uint64_t since;
	volatile uint32_t *mailbox = shared->mailbox;

	if (mailbox[0] == mailbox[2])
		return 0;
	if (mailbox[0] != errand) {
		errand = mailbox[0];
		since = time;
	}
	return time - since < ERRAND_NS;
}

static enum state watch(void)
{
	unsigned int seen = atomic_load(&progress);
	uint64_t since = now();
	int kicks = 0;

	while (atomic_load(&unfinished)) {
		uint64_t time;

		nap(300);
		time = now();
		if (atomic_load(&progress) != seen || host_is_busy(time)) {
			seen = atomic_load(&progress);
			since = time;
			kicks = 0;
		} else if (time - since > shared->give_up_ms * 1000000ull || (time - since > DEATH_NS && somebody_died())) {
			atomic_store(&is_abandoned, 1);
			return STUCK;
		} else if (time - since > (kicks + 1) * (shared->quiet_ms * 1000000ull)) {
			if (!shared->stalled)
				shared->stalled = time;
			kick();
			kicks++;
		}
	}
	return DONE;
}

static void serve(void)
{
	shared->state = READY;
	for (;;) {
		enum state end;

		while (*(volatile uint32_t *)&shared->asked == shared->done)
			nap(200);
		atomic_thread_fence(memory_order_seq_cst);
		shared->state = RUNNING;
		begin();
		end = watch();
		atomic_thread_fence(memory_order_seq_cst);
		shared->state = end;
		atomic_thread_fence(memory_order_seq_cst);
		shared->done = shared->asked;
		while (end == STUCK)
			nap(1000000);
	}
}

static void set(const char *file, const char *word)
{
	if (op_sysfs(file, word) < 0)
		log_line("yank: cannot write %s to %s\n", word, file);
}

static unsigned long number_in(const char *folder, const char *file)
{
	char name[320], text[32] = "";
	int fd;

	snprintf(name, sizeof(name), "/sys/bus/pci/devices/%s/%s", folder, file);
	fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	if (read(fd, text, sizeof(text) - 1) < 0)
		text[0] = 0;
	close(fd);
	return strtoul(text, NULL, 0);
}

/* The memory of QEMU's ivshmem device. */
static int map_shared(void)
{
	DIR *devices = opendir("/sys/bus/pci/devices");
	struct dirent *entry;
	char name[320];
	int fd;

	while (devices && (entry = readdir(devices))) {
		if (number_in(entry->d_name, "vendor") != 0x1af4 || number_in(entry->d_name, "device") != 0x1110)
			continue;
		snprintf(name, sizeof(name), "/sys/bus/pci/devices/%s/enable", entry->d_name);
		set(name, "1");
		snprintf(name, sizeof(name), "/sys/bus/pci/devices/%s/resource2_wc", entry->d_name);
		fd = open(name, O_RDWR | O_CLOEXEC);
		if (fd < 0) {
			*strstr(name, "_wc") = 0;
			fd = open(name, O_RDWR | O_CLOEXEC);
		}
		if (fd < 0)
			break;
		shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		return shared == MAP_FAILED ? -1 : 0;
	}
	return -1;
}

/* /modules/load names the modules, one a line, in the order in which they are needed. */
static void load_modules(void)
{
	FILE *list = fopen("/modules/load", "r");
	char name[200], path[256];

	while (list && fgets(name, sizeof(name), list)) {
		int fd;

		name[strcspn(name, "\n")] = 0;
		snprintf(path, sizeof(path), "/modules/%s", name);
		fd = open(path, O_RDONLY | O_CLOEXEC);
		if (fd < 0 || syscall(SYS_finit_module, fd, "", 0) < 0)
			log_line("yank: cannot load %s: error %d\n", name, errno);
		if (fd >= 0)
			close(fd);
	}
	if (list)
		fclose(list);
}

/* /settings holds lines of a file and a word, written when everything is loaded. */
static void apply_settings(void)
{
	FILE *list = fopen("/settings", "r");
	char file[200], word[100];

	while (list && fscanf(list, "%199s %99s", file, word) == 2)
		set(file, word);
	if (list)
		fclose(list);
}

static void woken(int number)
{
	(void)number;
}

int main(void)
{
	struct sigaction action = { .sa_handler = woken };
	struct rlimit limit = { 4096, 4096 };
	pthread_attr_t attributes;
	int i;

	mkdir("/proc", 0755);
	mkdir("/sys", 0755);
	mkdir("/dev", 0755);
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	sigaction(SIGUSR1, &action, NULL);
	setrlimit(RLIMIT_NOFILE, &limit);
	load_modules();
	apply_settings();
	if (map_shared() < 0) {
		log_line("yank: no shared memory\n");
		reboot(RB_POWER_OFF);
	}
	shared->version = VERSION;
	shared->asked = 0;
	shared->done = 0;
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, 256 * 1024);
	for (i = 0; i < PROCESSES; i++) {
		pthread_t thread;

		workers[i].number = i;
		if (pthread_create(&thread, &attributes, work, &workers[i]))
			log_line("yank: no thread\n");
	}
	shared->magic = MAGIC;
	log_line("yank: ready\n");
	serve();
}
