package org.alongside.audit.console;

import java.util.List;
import java.util.stream.IntStream;

import org.alongside.audit.accessevent.api.Timeline;
import org.alongside.audit.accessevent.api.TimelineStep;

/**
 * Where the bars of a timeline stand in its picture, in units of the picture.
 *
 * @param most entries in the highest bar
 */
public record TimelinePlot(Timeline timeline, List<Bar> bars, long most) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 160;

    private static final double SHARE_OF_STEP = 0.8;

    /** One bar; what was refused stands below what failed, and both below what was allowed. */
    public record Bar(Timeline.Bar counts, double x, double width, Block refused, Block failed, Block allowed) {}

    /** A part of a bar, measured from the top. */
    public record Block(double y, double height) {}

    static TimelinePlot of(Timeline timeline) {
        long most = timeline.bars().stream().mapToLong(Timeline.Bar::total).max().orElse(0);
        double step = (double) WIDTH / timeline.bars().size();
        List<Bar> bars = IntStream.range(0, timeline.bars().size())
                .mapToObj(place -> bar(timeline.bars().get(place), place * step, step * SHARE_OF_STEP, most)).toList();
        return new TimelinePlot(timeline, bars, most);
    }

    public boolean byHour() {
        return timeline.step() == TimelineStep.HOUR;
    }

    public long total() {
        return timeline.bars().stream().mapToLong(Timeline.Bar::total).sum();
    }

    public long refused() {
        return timeline.bars().stream().mapToLong(Timeline.Bar::refused).sum();
    }

    /** Those in which something happened: what the table beside the picture says. */
    public List<Timeline.Bar> table() {
        return timeline.bars().stream().filter(bar -> bar.total() > 0).toList();
    }

    private static Bar bar(Timeline.Bar counts, double x, double width, long most) {
        double unit = most == 0 ? 0 : (double) HEIGHT / most;
        Block refused = above(HEIGHT, counts.refused() * unit);
        Block failed = above(refused.y(), counts.failed() * unit);
        return new Bar(counts, x, width, refused, failed, above(failed.y(), counts.allowed() * unit));
    }

    private static Block above(double bottom, double height) {
        return new Block(bottom - height, height);
    }
}
