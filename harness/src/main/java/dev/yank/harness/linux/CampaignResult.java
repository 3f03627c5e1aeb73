package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.Image;
import java.util.List;
import java.util.Map;

/// What a campaign has found out so far.
///
/// @param programs how many were judged
/// @param operations how many of them reached the kernel
/// @param removals how often the device was taken away
/// @param lost how many programs left a guest that had to be started anew
/// @param cpuSeconds processor time of QEMU
/// @param starts how often a guest was started
/// @param found what was found, by signature
/// @param witnesses how often each rule was put to the test
/// @param coverage which overlaps were reached
/// @param end how far it has come
public record CampaignResult(
        Image image,
        Subject subject,
        long programs,
        long operations,
        long removals,
        long lost,
        double cpuSeconds,
        int starts,
        List<Found> found,
        Map<String, Long> witnesses,
        Coverage coverage,
        End end) {

    /// How far a campaign has come.
    public enum End {
        /// It goes on.
        NOT_YET,
        /// Its time is over.
        IN_TIME,
        /// It was told to end before.
        EARLY
    }

    /// Nothing yet.
    public static CampaignResult none(Image image, Subject subject) {
        return new CampaignResult(image, subject, 0, 0, 0, 0, 0, 0, List.of(), Map.of(), new Coverage(), End.NOT_YET);
    }

    /// The same, when nothing more will come.
    public CampaignResult endedEarly() {
        return new CampaignResult(
                image,
                subject,
                programs,
                operations,
                removals,
                lost,
                cpuSeconds,
                starts,
                found,
                witnesses,
                coverage,
                End.EARLY);
    }

    /// Copies the list.
    public CampaignResult(
            Image image,
            Subject subject,
            long programs,
            long operations,
            long removals,
            long lost,
            double cpuSeconds,
            int starts,
            List<Found> found,
            Map<String, Long> witnesses,
            Coverage coverage,
            End end) {
        this.image = image;
        this.subject = subject;
        this.programs = programs;
        this.operations = operations;
        this.removals = removals;
        this.lost = lost;
        this.cpuSeconds = cpuSeconds;
        this.starts = starts;
        this.found = List.copyOf(found);
        this.witnesses = witnesses;
        this.coverage = coverage;
        this.end = end;
    }
}
