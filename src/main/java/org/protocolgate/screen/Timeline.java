package org.protocolgate.screen;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days from left to right, and what lies on them, in lanes. It is drawn from numbers worked out here, so that it is the same
 * on a screen and on paper.
 *
 * @param from the first day that is drawn
 * @param to the last one
 * @param clear the days that are shaded: on which no criterion of the infusion is not met, as far as is known
 */
public record Timeline(
        LocalDate from, LocalDate to, @Nullable LocalDate today, List<LocalDate> clear, List<Lane> lanes) {

    private static final int LEFT = 230;
    private static final int WIDTH = 1000;
    private static final int TOP = 26;
    private static final int LANE = 22;
    private static final int BAR = 12;
    private static final int TICK_DAYS = 14;

    /** The room that a written date needs. */
    private static final int DAY_WIDTH = 72;

    /** Things of one kind, above one another where they lie on the same days. */
    record Lane(String name, List<Item> items) {}

    /**
     * Something on some days. Where an end is known to lie within a range of days alone, the range is drawn as doubtful.
     *
     * @param kind how it is drawn: {@code drug}, {@code window}, {@code window bad}, {@code point}
     * @param earliest the first day on which it can have begun; {@link LocalDate#MIN} where that is not known
     * @param latest the last day on which it can have ended; {@link LocalDate#MAX} where it goes on, or that is not known
     * @param surelyFrom the first day on which it surely held
     * @param surelyTo the last one; before {@code surelyFrom} where it surely held on none
     * @param days as they were recorded
     */
    record Item(
            String name,
            String kind,
            LocalDate earliest,
            LocalDate surelyFrom,
            LocalDate surelyTo,
            LocalDate latest,
            String days) {

        static Item point(String name, LocalDate earliest, LocalDate latest, String days) {
            return new Item(name, "point", earliest, earliest, latest, latest, days);
        }
    }

    /** A rectangle, in units of the picture. */
    record Box(double x, int y, double width, int height, String kind, String title) {}

    /** A mark for a day, at a place from the left; without words where they would reach beyond the picture. */
    record Tick(double x, String day) {}

    /** A name beside its lane. */
    record Label(int y, String name) {}

    public int width() {
        return WIDTH;
    }

    public int left() {
        return LEFT;
    }

    public int height() {
        return TOP + LANE * lanes.size() + 8;
    }

    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            labels.add(new Label(TOP + i * LANE + BAR + 3, lanes.get(i).name()));
        }
        return labels;
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        int step = daysBetweenTicks();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(step)) {
            double x = x(day);
            ticks.add(new Tick(x, x + DAY_WIDTH > WIDTH ? "" : day.toString()));
        }
        return ticks;
    }

    /** Whole fortnights, as many as the width of a date needs. */
    private int daysBetweenTicks() {
        double ofOneDay = (double) (WIDTH - LEFT) / (ChronoUnit.DAYS.between(from, to) + 1);
        return TICK_DAYS * Math.max(1, (int) Math.ceil(DAY_WIDTH / (ofOneDay * TICK_DAYS)));
    }

    @Nullable
    public Double now() {
        return today == null || today.isBefore(from) || today.isAfter(to) ? null : x(today);
    }

    /** The shaded days, those that follow one another as one. */
    public List<Box> shades() {
        List<Box> shades = new ArrayList<>();
        LocalDate begun = null;
        for (int i = 0; i < clear.size(); i++) {
            LocalDate day = clear.get(i);
            begun = begun == null ? day : begun;
            if (i + 1 == clear.size() || !clear.get(i + 1).equals(day.plusDays(1))) {
                shades.add(new Box(
                        x(begun),
                        TOP - 4,
                        x(day.plusDays(1)) - x(begun),
                        height() - TOP + 4,
                        "clear",
                        begun + " – " + day));
                begun = null;
            }
        }
        return shades;
    }

    /** What is drawn of the items: the whole range as doubtful where its ends are, and above it what is sure. */
    public List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            int y = TOP + i * LANE + 4;
            for (Item item : lanes.get(i).items()) {
                String title = item.name() + " " + item.days();
                boolean vague = !item.earliest().equals(item.surelyFrom())
                        || !item.latest().equals(item.surelyTo());
                if (vague) {
                    add(boxes, item.earliest(), item.latest(), y, "vague", title);
                }
                if (!item.surelyFrom().isAfter(item.surelyTo())) {
                    add(boxes, item.surelyFrom(), item.surelyTo(), y, item.kind(), title);
                }
            }
        }
        return boxes;
    }

    /** Whether there is doubt about a day that is drawn. */
    private boolean isVague(Item item) {
        return !shown(item.earliest()).equals(shown(item.surelyFrom()))
                || !shown(item.latest()).equals(shown(item.surelyTo()));
    }

    private LocalDate shown(LocalDate day) {
        return day.isBefore(from) ? from : day.isAfter(to) ? to : day;
    }

    private void add(List<Box> boxes, LocalDate first, LocalDate last, int y, String kind, String title) {
        if (first.isAfter(to) || last.isBefore(from)) {
            return;
        }
        double x = x(first);
        double width = Math.max(4, x(last.isAfter(to) ? to.plusDays(1) : last.plusDays(1)) - x);
        boxes.add(new Box(x, y, width, BAR, kind, title));
    }

    private double x(LocalDate day) {
        LocalDate shown = day.isBefore(from) ? from : day;
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        double at = LEFT + (double) (WIDTH - LEFT) * ChronoUnit.DAYS.between(from, shown) / days;
        return Math.round(at * 10) / 10.0;
    }
}
