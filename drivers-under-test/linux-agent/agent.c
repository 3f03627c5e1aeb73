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
#define VERSION 2
#define PROCESSES 8
#define OPERATIONS 256
#define SLOTS 8
#define HANDLES 192
#define STRINGS 32
#define STRING_SIZE 128
#define NODE_SIZE 288
#define TEXT_SIZE 0x10000
#define ERRAND_NS 5000000000ull /* the host is waited for so long */
#define DEATH_NS 50000000ull /* after so long without progress somebody may have died */

enum state { STARTING, READY, RUNNING, DONE, STUCK, WARNED };
enum moment { INVOKED, COMPLETED };
enum flag { NOT_PERFORMED = 1, WAS_KICKED = 2, POISON = 4 };

enum code {
	PAUSE, WAIT_ALL, OPEN, CLOSE, READ, WRITE, POLL, SYSFS, IOCTL, MMAP_READ, GPIO_CHIP_INFO, GPIO_LINE_INFO, GPIO_WATCH, GPIO_LINE,
	GPIO_GET, GPIO_SET, GPIO_CONFIG, GPIO_V1_LINE, GPIO_V1_EVENT, GPIO_V1_GET, GPIO_V1_SET, IOCTL_BUFFER, READ_FILE, HOST,
	AWAIT_NODE, CLOSE_MAGIC, AWAIT_DRIVER
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

/* One program and what became of it. */
struct slot {
	uint32_t counts[PROCESSES];
	uint64_t kicked[PROCESSES]; /* when its process last got a signal, or 0 */
	uint64_t stalled; /* when nothing had happened for quiet_ms for the first time, or 0 */
	uint32_t text_length;
	uint32_t end; /* how it ended: a state */
	char gap[0x1000 - 112];
	struct operation operations[PROCESSES][OPERATIONS];
	struct outcome outcomes[PROCESSES][OPERATIONS];
	char text[TEXT_SIZE];
	char gap2[0x40000 - 0x1000 - 2 * PROCESSES * OPERATIONS * 32 - TEXT_SIZE];
};

struct shared {
	uint64_t magic;
	uint32_t version;
	uint32_t state;
	uint32_t asked; /* by the host: the number of the last program to perform; program n lies in slot n % SLOTS */
	uint32_t done; /* the number of the last program that is over */
	uint32_t quiet_ms; /* after so long without progress, whoever is in flight gets a signal */
	uint32_t give_up_ms; /* after so long without progress, what is in flight is lost */
	uint32_t seen; /* by the host: the number of the last program whose log it has read */
	uint32_t beats; /* grows while a program is performed, as long as the agent gets to run */
	uint32_t unused[6];
	char gap[0x100 - 64];
	uint32_t mailbox[4]; /* the number of the last errand of the host, its string, the last one done, the answer */
	char gap1[0x1000 - 0x110];
	char strings[STRINGS][STRING_SIZE];
	char gap2[0x100000 - 0x2000];
	struct slot slots[SLOTS];
};

_Static_assert(sizeof(struct operation) == 32 && sizeof(struct outcome) == 32, "records have 32 bytes");
_Static_assert(__builtin_offsetof(struct shared, mailbox) == 0x100, "mailbox");
_Static_assert(__builtin_offsetof(struct shared, strings) == 0x1000, "strings");
_Static_assert(__builtin_offsetof(struct shared, slots) == 0x100000, "slots");
_Static_assert(__builtin_offsetof(struct slot, stalled) == 96, "stalled");
_Static_assert(__builtin_offsetof(struct slot, operations) == 0x1000, "operations");
_Static_assert(__builtin_offsetof(struct slot, outcomes) == 0x11000, "outcomes");
_Static_assert(__builtin_offsetof(struct slot, text) == 0x21000, "text");
_Static_assert(sizeof(struct slot) == 0x40000, "slot");

static struct shared *shared;
static struct slot *slot; /* of the program that is performed */

struct worker {
	int number;
	pid_t tid;
	atomic_uint position; /* operations completed, or OPERATIONS + 1 when it has come to its end */
	atomic_uint invoked; /* operations invoked */
	atomic_uint is_in_flight;
	atomic_uint moments; /* grows whenever something is invoked or completed; whoever waits for that sleeps on it */
	atomic_uint waiting; /* how many do */
	atomic_ullong kicked; /* when it last got a signal, or 0 */
	atomic_uint programs; /* grows whenever there is something to do */
	char nodes[STRINGS][NODE_SIZE]; /* the device nodes that strings led to last */
	char strings[STRINGS][STRING_SIZE];
	struct operation operations[OPERATIONS];
	unsigned int count;
};

static struct worker workers[PROCESSES];
static atomic_int files[HANDLES]; /* descriptor + 1, or 0 */
static atomic_uint unfinished;
static atomic_uint others; /* the processes that are not over, but for the last, which waits for them */
static atomic_uint progress;
static atomic_uint next_descriptor;
static atomic_int is_abandoned;
static int kernel_log = -1;

static uint64_t clock_now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000ull + time.tv_nsec;
}

/*
 * The clock, made such that who asks after another was answered is told no less, whatever their processors: an emulated clock was seen to go
 * back by some microseconds, and histories are judged by this order.
 */
static uint64_t now(void)
{
	static atomic_ullong latest;
	unsigned long long last = atomic_load(&latest);
	uint64_t time = clock_now();

	while (time > last && !atomic_compare_exchange_weak(&latest, &last, time))
		;
	return time > last ? time : last;
}

static void nap(long microseconds)
{
	struct timespec time = { microseconds / 1000000, microseconds % 1000000 * 1000 };

	nanosleep(&time, NULL);
}

static void sleep_while(atomic_uint *word, unsigned int value, long milliseconds)
{
	struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };

	syscall(SYS_futex, word, FUTEX_WAIT, value, milliseconds < 0 ? NULL : &time, NULL, 0);
}

static void wake(atomic_uint *word)
{
	syscall(SYS_futex, word, FUTEX_WAKE, PROCESSES + 1, NULL, NULL, 0);
}

/* Something was invoked or completed. */
static void moment_came(struct worker *me)
{
	atomic_fetch_add(&me->moments, 1);
	if (atomic_load(&me->waiting))
		wake(&me->moments);
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
	uint32_t used = slot->text_length;

	if (used == 0)
		memset(copy, 0, sizeof(copy));
	if (used + length > TEXT_SIZE)
		length = TEXT_SIZE - used;
	memcpy(copy + used, text, length);
	copy_words(slot->text, copy, (used + length + 7) / 8 * 8 <= TEXT_SIZE ? (used + length + 7) / 8 * 8 : TEXT_SIZE);
	slot->text_length = used + length;
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

/* A node is mostly where it was the last time; if not, it is looked for. */
static long open_of(const char *folder_and_prefix, char *node, int flags)
{
	char folder[STRING_SIZE];
	const char *prefix = prefix_of(folder_and_prefix, folder);
	long got;

	if (!prefix)
		return answer(open(folder_and_prefix, flags | O_CLOEXEC));
	got = node[0] ? answer(open(node, flags | O_CLOEXEC)) : -ENOENT;
	if (got != -ENOENT)
		return got;
	got = find_node(folder, prefix, node, NODE_SIZE);
	return got < 0 ? got : op_open(folder, prefix, flags);
}

static long await_node_of(const char *folder_and_prefix, int milliseconds)
{
	char folder[STRING_SIZE];
	const char *prefix = prefix_of(folder_and_prefix, folder);

	return prefix ? op_await_node(folder, prefix, milliseconds) : answer(access(folder_and_prefix, F_OK));
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

static int64_t string_number(int64_t index)
{
	return index < 0 || index >= STRINGS ? 0 : index;
}

static const char *string(struct worker *me, int64_t index)
{
	return me->strings[string_number(index)];
}

static int makes_file(unsigned int code)
{
	return code == OPEN || code == GPIO_LINE || code == GPIO_V1_LINE || code == GPIO_V1_EVENT;
}

static int needs_file(unsigned int code)
{
	return code >= CLOSE && code != SYSFS && code != READ_FILE && code != HOST && code != AWAIT_NODE && code != AWAIT_DRIVER;
}

static long perform(struct worker *me, struct operation *op, int fd, uint32_t *flags, uint32_t *data)
{
	unsigned char buffer[4096];
	long got;

	switch (op->code) {
	case OPEN:
		return open_of(string(me, op->argument), me->nodes[string_number(op->argument)], (int)op->detail);
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
	case AWAIT_DRIVER:
		return op_await_driver(string(me, op->argument), (int)op->detail);
	case CLOSE_MAGIC:
		return op_close_magic(fd);
	default:
		return -ENOSYS;
	}
}

static int has_come(struct operation *op)
{
	struct worker *other = &workers[op->after_process % PROCESSES];

	if (atomic_load(&other->position) > op->after_index)
		return 1;
	return op->after_moment == INVOKED && atomic_load(&other->invoked) > op->after_index;
}

/* Looks for a while, so that what comes at once is met at once; then sleeps. */
static void await_moment(struct operation *op)
{
	struct worker *other = &workers[op->after_process % PROCESSES];
	int turns;

	for (turns = 0; turns < 20; turns++) {
		if (has_come(op))
			return;
		sched_yield();
	}
	atomic_fetch_add(&other->waiting, 1);
	for (;;) {
		unsigned int moments = atomic_load(&other->moments);

		if (has_come(op) || atomic_load(&is_abandoned))
			break;
		sleep_while(&other->moments, moments, -1);
	}
	atomic_fetch_sub(&other->waiting, 1);
}

static void await(struct operation *op)
{
	uint64_t until;
	unsigned int left;

	while (op->code == WAIT_ALL && (left = atomic_load(&others)) && !atomic_load(&is_abandoned))
		sleep_while(&others, left, -1);
	if (op->after_process >= 0)
		await_moment(op);
	if (op->delay >= 200) {
		nap(op->delay);
	} else if (op->delay) {
		until = clock_now() + op->delay * 1000ull;
		while (clock_now() < until)
			;
	}
}

/* Whether there is no file for it, and nobody will have made one when its time comes. */
static int is_pointless(struct operation *op)
{
	return needs_file(op->code) && op->after_process < 0 && !atomic_load(&files[op->handle % HANDLES]);
}

static void perform_one(struct worker *me, unsigned int index)
{
	struct operation *op = &me->operations[index];
	struct outcome *place = &slot->outcomes[me->number][index];
	uint32_t flags = 0, data = 0;
	uint64_t invoked, completed;
	int fd = -1;
	long got = 0;

	if (!is_pointless(op))
		await(op);
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
	atomic_fetch_add(&progress, 1);
	moment_came(me);
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
		while (atomic_load(&me->programs) == seen)
			sleep_while(&me->programs, seen, -1);
		seen = atomic_load(&me->programs);
		for (i = 0; i < me->count; i++) {
			perform_one(me, i);
			atomic_store(&me->position, i + 1);
			moment_came(me);
		}
		atomic_store(&me->position, OPERATIONS + 1);
		moment_came(me);
		if (me->number != PROCESSES - 1 && atomic_fetch_sub(&others, 1) == 1)
			wake(&others);
		if (atomic_fetch_sub(&unfinished, 1) == 1)
			wake(&unfinished);
	}
	return NULL;
}

static void begin(void)
{
	struct outcome nothing;
	unsigned int busy = 0;
	unsigned int i, k;

	memset(&nothing, 0, sizeof(nothing));
	for (i = 0; i < PROCESSES; i++) {
		struct worker *worker = &workers[i];

		worker->count = slot->counts[i] > OPERATIONS ? OPERATIONS : slot->counts[i];
		copy_words(worker->strings, shared->strings, sizeof(worker->strings));
		copy_words(worker->operations, slot->operations[i], worker->count * sizeof(struct operation));
		for (k = 0; k < worker->count; k++)
			copy_words(&slot->outcomes[i][k], &nothing, sizeof(nothing));
		slot->kicked[i] = 0;
		atomic_store(&worker->kicked, 0);
		atomic_store(&worker->position, worker->count ? 0 : OPERATIONS + 1);
		atomic_store(&worker->invoked, 0);
		atomic_store(&worker->is_in_flight, 0);
		busy += worker->count != 0;
	}
	slot->stalled = 0;
	slot->text_length = 0;
	atomic_store(&is_abandoned, 0);
	atomic_store(&others, busy - (workers[PROCESSES - 1].count != 0));
	atomic_store(&unfinished, busy);
	for (i = 0; i < PROCESSES; i++) {
		if (workers[i].count) {
			atomic_fetch_add(&workers[i].programs, 1);
			wake(&workers[i].programs);
		}
	}
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
			slot->kicked[i] = atomic_load(&workers[i].kicked);
		}
	}
	for (i = 0; i < PROCESSES && slot->text_length < TEXT_SIZE / 2; i++) {
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

/* Whoever waits for others goes on. */
static void abandon(void)
{
	int i;

	atomic_store(&is_abandoned, 1);
	wake(&others);
	for (i = 0; i < PROCESSES; i++)
		moment_came(&workers[i]);
}

/* What the kernel says at each removal of some subjects, and means no harm by. Own lines are none of its. */
static int is_harmless(const char *record)
{
	char phrase[STRING_SIZE];

	copy_words(phrase, shared->strings[STRINGS - 1], sizeof(phrase));
	phrase[STRING_SIZE - 1] = 0;
	return strstr(record, ";yank: ") || (phrase[0] && strstr(record, phrase));
}

/* Whether the kernel has warned, or worse, since it was last asked. */
static int has_warned(void)
{
	char record[2048];
	int warned = 0;

	/* Each read answers one record, which begins with its priority. EPIPE: records were lost, and others are there. */
	while (kernel_log >= 0) {
		ssize_t got = read(kernel_log, record, sizeof(record) - 1);

		if (got < 0 && errno != EPIPE && errno != EINTR)
			break;
		if (got <= 0)
			continue;
		record[got] = 0;
		if ((strtoul(record, NULL, 10) & 7) <= 4 && !is_harmless(record))
			warned = 1;
	}
	return warned;
}

/* Whether some operation is in flight whose thread does not sleep: it may just have had no processor. */
static int somebody_runs(void)
{
	char name[64], text[256];
	const char *state;
	int i, fd;
	ssize_t got;

	for (i = 0; i < PROCESSES; i++) {
		if (!atomic_load(&workers[i].is_in_flight))
			continue;
		snprintf(name, sizeof(name), "/proc/self/task/%d/stat", workers[i].tid);
		fd = open(name, O_RDONLY | O_CLOEXEC);
		if (fd < 0)
			continue;
		got = read(fd, text, sizeof(text) - 1);
		close(fd);
		text[got < 0 ? 0 : got] = 0;
		state = strrchr(text, ')');
		if (state && state[1] && state[2] == 'R')
			return 1;
	}
	return 0;
}

/*
 * Waits until all processes are over. Quiet is counted in naps of its own, and a nap that took long counts as a short one: the clock of
 * a guest goes on while its host has no processor for it.
 */
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
	uint64_t before = now();
	uint64_t quiet = 0;
	unsigned int kicks = 0;
	unsigned int left;

	while ((left = atomic_load(&unfinished))) {
		uint64_t time, nap_time;

		sleep_while(&unfinished, left, 20);
		shared->beats = shared->beats + 1;
		time = now();
		nap_time = time - before < 25000000 ? time - before : 25000000;
		before = time;
		quiet += nap_time;
		if (atomic_load(&progress) != seen || host_is_busy(time)) {
			seen = atomic_load(&progress);
			quiet = 0;
			kicks = 0;
		} else if (quiet > shared->give_up_ms * 1000000ull || (quiet > DEATH_NS && somebody_died())) {
			abandon();
			return STUCK;
		} else if (quiet > (kicks + 1) * (shared->quiet_ms * 1000000ull) && (kicks > 3 || !somebody_runs())) {
			if (!slot->stalled)
				slot->stalled = time;
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
		long pause = 100;

		while (*(volatile uint32_t *)&shared->asked == shared->done) {
			nap(pause);
			pause = pause < 2000 ? pause * 2 : pause;
		}
		atomic_thread_fence(memory_order_seq_cst);
		slot = &shared->slots[(shared->done + 1) % SLOTS];
		shared->state = RUNNING;
		begin();
		end = watch();
		if (has_warned() && end == DONE)
			end = WARNED;
		slot->end = end;
		shared->state = end;
		atomic_thread_fence(memory_order_seq_cst);
		shared->done = shared->done + 1;
		while (end == STUCK)
			nap(1000000);
		while (end == WARNED && *(volatile uint32_t *)&shared->seen != shared->done)
			nap(1000);
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
	shared->seen = 0;
	kernel_log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (kernel_log >= 0)
		lseek(kernel_log, 0, SEEK_END);
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
