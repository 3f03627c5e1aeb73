package dev.yank.harness.kernel;

/// `struct vring` of `<uapi/linux/virtio_ring.h>`: a split ring in memory that the device shares. Whatever is read here
/// may be a lie, and another one when it is read again.
///
/// Source: Virtual I/O Device (VIRTIO) Version 1.2, OASIS, 2022, section 2.7; `include/uapi/linux/virtio_ring.h`,
/// Linux kernel, R. Russell, 2007.
public final class Vring {

    /// `VRING_DESC_F_NEXT`.
    public static final int VRING_DESC_F_NEXT = 1;

    /// `VRING_DESC_F_WRITE`.
    public static final int VRING_DESC_F_WRITE = 2;

    private static final int DESCRIPTOR = 16;
    private static final int ELEMENT = 8;
    private static final int ALIGN = 4;

    private Vring() {}

    /// `vring_size()`: how many bytes a ring of `num` takes.
    public static int vring_size(int num) {
        return used(num) + 6 + ELEMENT * num;
    }

    /// The offset of the available ring.
    public static int vring_avail(int num) {
        return DESCRIPTOR * num;
    }

    /// The offset of the used ring.
    public static int vring_used(int num) {
        return used(num);
    }

    private static int used(int num) {
        int end = DESCRIPTOR * num + 6 + 2 * num;
        return (end + ALIGN - 1) / ALIGN * ALIGN;
    }

    /// Fills descriptor `i`.
    public static void vring_set_desc(DmaBuffer ring, int i, long addr, int len, int flags, int next) {
        int at = DESCRIPTOR * i;
        DmaBuffer.put_le(ring, at, 4, (int) addr);
        DmaBuffer.put_le(ring, at + 4, 4, (int) (addr >> 32));
        DmaBuffer.put_le(ring, at + 8, 4, len);
        DmaBuffer.put_le(ring, at + 12, 2, flags);
        DmaBuffer.put_le(ring, at + 14, 2, next);
    }

    /// `vring.desc[i].next`, as it is in shared memory now.
    public static int vring_desc_next(DmaBuffer ring, int i) {
        return DmaBuffer.get_le(ring, DESCRIPTOR * i + 14, 2);
    }

    /// Offers the chain that begins at `head` as number `idx`.
    public static void vring_offer(DmaBuffer ring, int num, int idx, int head) {
        int avail = vring_avail(num);
        DmaBuffer.put_le(ring, avail + 4 + 2 * (idx % num), 2, head);
        DmaBuffer.put_le(ring, avail + 2, 2, idx + 1);
    }

    /// `vring.used->idx`.
    public static int vring_used_idx(DmaBuffer ring, int num) {
        return DmaBuffer.get_le(ring, used(num) + 2, 2);
    }

    /// `vring.used->ring[idx % num].id`.
    public static int vring_used_id(DmaBuffer ring, int num, int idx) {
        return DmaBuffer.get_le(ring, used(num) + 4 + ELEMENT * (idx % num), 4);
    }

    /// `vring.used->ring[idx % num].len`.
    public static int vring_used_len(DmaBuffer ring, int num, int idx) {
        return DmaBuffer.get_le(ring, used(num) + 8 + ELEMENT * (idx % num), 4);
    }
}
