/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the agent may do to a device: one function each, which answers as a system call of the kernel does,
 * with a value from 0 or a negative error number.
 *
 * Reproducers hold copies of those functions that they need, so each one, from its "op:" to its "end", may use
 * nothing but the headers below and `answer`.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/gpio.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

/* op: answer */
static long answer(long returned)
{
	return returned < 0 ? -errno : returned;
}
/* end */

/* op: find */
/*
 * Writes the name of the device node whose entry in a folder of sysfs begins so, as gpiochip in that of its parent.
 * Of a prefix with a slash the first part is that of a folder in between.
 */
static long find_node(const char *folder, const char *prefix, char *node, size_t size)
{
	const char *slash = strchr(prefix, '/');
	size_t length = slash ? (size_t)(slash - prefix) : strlen(prefix);
	DIR *listing = opendir(folder);
	struct dirent *entry;
	char below[512];
	long found = -ENOENT;

	if (!listing)
		return -ENOENT;
	while (found < 0 && (entry = readdir(listing))) {
		if (strncmp(entry->d_name, prefix, length))
			continue;
		if (slash) {
			snprintf(below, sizeof(below), "%.200s/%.200s", folder, entry->d_name);
			found = find_node(below, slash + 1, node, size);
		} else {
			snprintf(node, size, "/dev/%s", entry->d_name);
			found = 0;
		}
	}
	closedir(listing);
	return found;
}
/* end */

/* op: open */
static long op_open(const char *folder, const char *prefix, int flags)
{
	char node[288];
	long found = find_node(folder, prefix, node, sizeof(node));

	return found < 0 ? found : answer(open(node, flags | O_CLOEXEC));
}
/* end */

/* op: await-node */
/* Waits until there is a device node, which may be later than its driver is bound; answers the number in its name. */
static long op_await_node(const char *folder, const char *prefix, int milliseconds)
{
	char node[288];
	int i;

	for (i = 0; i <= milliseconds; i += 5) {
		if (find_node(folder, prefix, node, sizeof(node)) == 0 && access(node, F_OK) == 0)
			return strtol(node + strcspn(node, "0123456789"), NULL, 10);
		usleep(5000);
	}
	return -ETIMEDOUT;
}
/* end */

/* op: await-driver */
/*
 * Waits until a device in sysfs has a driver whose probe is over: probe holds the device's lock from before there is a link to the driver,
 * and driver_override is read under that lock.
 */
static long op_await_driver(const char *folder, int milliseconds)
{
	char file[320], word[64];
	int i, fd;

	for (i = 0; i <= milliseconds; i += 5) {
		snprintf(file, sizeof(file), "%.256s/driver", folder);
		if (access(file, F_OK) == 0) {
			snprintf(file, sizeof(file), "%.256s/driver_override", folder);
			fd = open(file, O_RDONLY | O_CLOEXEC);
			if (fd >= 0) {
				long got = answer(read(fd, word, sizeof(word)));

				close(fd);
				if (got >= 0)
					return 0;
			}
		}
		usleep(5000);
	}
	return -ETIMEDOUT;
}
/* end */

/* op: close */
static long op_close(int fd)
{
	return answer(close(fd));
}
/* end */

/* op: close-magic */
/* Closes a watchdog so that it stops. */
static long op_close_magic(int fd)
{
	if (write(fd, "V", 1) < 0 && errno == EBADF)
		return -EBADF;
	return answer(close(fd));
}
/* end */

/* op: read */
static long op_read(int fd, size_t length, unsigned char *buffer)
{
	return answer(read(fd, buffer, length));
}
/* end */

/* op: write */
static long op_write(int fd, size_t length, int fill)
{
	unsigned char buffer[512];

	memset(buffer, fill, sizeof(buffer));
	return answer(write(fd, buffer, length < sizeof(buffer) ? length : sizeof(buffer)));
}
/* end */

/* op: poll */
/* Answers the mask of events; 0 if time was over. */
static long op_poll(int fd, short events, int milliseconds)
{
	struct pollfd one = { .fd = fd, .events = events };
	int ready = poll(&one, 1, milliseconds);

	return ready < 0 ? -errno : ready == 0 ? 0 : one.revents;
}
/* end */

/* op: sysfs */
/* Writes a word to a file, as `echo word > file`. */
static long op_sysfs(const char *file, const char *word)
{
	int fd = open(file, O_WRONLY | O_CLOEXEC);
	long written;

	if (fd < 0)
		return -errno;
	written = answer(write(fd, word, strlen(word)));
	close(fd);
	return written < 0 ? written : 0;
}
/* end */

/* op: ioctl */
/* The argument is passed as a value. */
static long op_ioctl(int fd, unsigned long request, unsigned long argument)
{
	return answer(ioctl(fd, request, argument));
}
/* end */

/* op: ioctl-buffer */
/* The argument is the address of a buffer whose first word is given. */
static long op_ioctl_buffer(int fd, unsigned long request, unsigned long argument, unsigned char *buffer)
{
	memset(buffer, 0, 4096);
	memcpy(buffer, &argument, sizeof(argument));
	return answer(ioctl(fd, request, buffer));
}
/* end */

/* op: mmap-read */
/* Maps a page of a device, reads its first word and takes the mapping away again. */
static long op_mmap_read(int fd, size_t length)
{
	volatile uint32_t *words = mmap(NULL, length, PROT_READ, MAP_SHARED, fd, 0);
	long word;

	if (words == MAP_FAILED)
		return -errno;
	word = words[0] & 0x7fffffff;
	munmap((void *)words, length);
	return word;
}
/* end */

/* op: gpio-chip-info */
/* Answers the number of lines. */
static long op_gpio_chip_info(int chip)
{
	struct gpiochip_info info;

	memset(&info, 0, sizeof(info));
	return ioctl(chip, GPIO_GET_CHIPINFO_IOCTL, &info) < 0 ? -errno : (long)info.lines;
}
/* end */

/* op: gpio-line-info */
/* Answers whether somebody uses the line. */
static long op_gpio_line_info(int chip, unsigned int line)
{
	struct gpio_v2_line_info info;

	memset(&info, 0, sizeof(info));
	info.offset = line;
	return ioctl(chip, GPIO_V2_GET_LINEINFO_IOCTL, &info) < 0 ? -errno : (long)(info.flags & GPIO_V2_LINE_FLAG_USED);
}
/* end */

/* op: gpio-watch */
/* From now on the chip reports who takes the line and lets it go. */
static long op_gpio_watch(int chip, unsigned int line)
{
	struct gpio_v2_line_info info;

	memset(&info, 0, sizeof(info));
	info.offset = line;
	return answer(ioctl(chip, GPIO_V2_GET_LINEINFO_WATCH_IOCTL, &info));
}
/* end */

/* op: gpio-line-flags */
/* 0 input, 1 output that is low, 2 output that is high, 3 input with both edges */
static uint64_t gpio_line_flags(int kind)
{
	switch (kind) {
	case 1:
	case 2:
		return GPIO_V2_LINE_FLAG_OUTPUT;
	case 3:
		return GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_EDGE_RISING | GPIO_V2_LINE_FLAG_EDGE_FALLING;
	default:
		return GPIO_V2_LINE_FLAG_INPUT;
	}
}
/* end */

/* op: gpio-line */
/* Answers a file for one line. */
static long op_gpio_line(int chip, unsigned int line, int kind)
{
	struct gpio_v2_line_request request;

	memset(&request, 0, sizeof(request));
	request.offsets[0] = line;
	request.num_lines = 1;
	strcpy(request.consumer, "yank");
	request.config.flags = gpio_line_flags(kind);
	if (kind == 2) {
		request.config.num_attrs = 1;
		request.config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES;
		request.config.attrs[0].attr.values = 1;
		request.config.attrs[0].mask = 1;
	}
	return ioctl(chip, GPIO_V2_GET_LINE_IOCTL, &request) < 0 ? -errno : request.fd;
}
/* end */

/* op: gpio-get */
static long op_gpio_get(int line)
{
	struct gpio_v2_line_values values = { .mask = 1 };

	return ioctl(line, GPIO_V2_LINE_GET_VALUES_IOCTL, &values) < 0 ? -errno : (long)(values.bits & 1);
}
/* end */

/* op: gpio-set */
static long op_gpio_set(int line, int value)
{
	struct gpio_v2_line_values values = { .mask = 1, .bits = value };

	return answer(ioctl(line, GPIO_V2_LINE_SET_VALUES_IOCTL, &values));
}
/* end */

/* op: gpio-config */
/* Makes the line what its kind says, as when it was asked for. */
static long op_gpio_config(int line, int kind)
{
	struct gpio_v2_line_config config;

	memset(&config, 0, sizeof(config));
	config.flags = gpio_line_flags(kind);
	if (kind == 2) {
		config.num_attrs = 1;
		config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES;
		config.attrs[0].attr.values = 1;
		config.attrs[0].mask = 1;
	}
	return answer(ioctl(line, GPIO_V2_LINE_SET_CONFIG_IOCTL, &config));
}
/* end */

/* op: gpio-v1-line */
/* As gpio-line, with the first version of the interface, which knows outputs and inputs only. */
static long op_gpio_v1_line(int chip, unsigned int line, int kind)
{
	struct gpiohandle_request request;

	memset(&request, 0, sizeof(request));
	request.lineoffsets[0] = line;
	request.lines = 1;
	request.flags = kind == 1 || kind == 2 ? GPIOHANDLE_REQUEST_OUTPUT : GPIOHANDLE_REQUEST_INPUT;
	request.default_values[0] = kind == 2;
	strcpy(request.consumer_label, "yank");
	return ioctl(chip, GPIO_GET_LINEHANDLE_IOCTL, &request) < 0 ? -errno : request.fd;
}
/* end */

/* op: gpio-v1-event */
/* Answers a file for the edges of one line. */
static long op_gpio_v1_event(int chip, unsigned int line)
{
	struct gpioevent_request request;

	memset(&request, 0, sizeof(request));
	request.lineoffset = line;
	request.handleflags = GPIOHANDLE_REQUEST_INPUT;
	request.eventflags = GPIOEVENT_REQUEST_BOTH_EDGES;
	strcpy(request.consumer_label, "yank");
	return ioctl(chip, GPIO_GET_LINEEVENT_IOCTL, &request) < 0 ? -errno : request.fd;
}
/* end */

/* op: gpio-v1-get */
static long op_gpio_v1_get(int line)
{
	struct gpiohandle_data data;

	memset(&data, 0, sizeof(data));
	return ioctl(line, GPIOHANDLE_GET_LINE_VALUES_IOCTL, &data) < 0 ? -errno : data.values[0];
}
/* end */

/* op: gpio-v1-set */
static long op_gpio_v1_set(int line, int value)
{
	struct gpiohandle_data data;

	memset(&data, 0, sizeof(data));
	data.values[0] = value;
	return answer(ioctl(line, GPIOHANDLE_SET_LINE_VALUES_IOCTL, &data));
}
/* end */
