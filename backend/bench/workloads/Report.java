import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of all workloads, as Markdown. */
final class Report {

    /** If others use more than this of a processor, the figures are about them. */
    private static final double QUIET = 0.25;

    private static final String NONE = "–";

    private final long rows;
    private final Duration time;
    private final int runs;
    private final Map<Workload, Measurement> thin = new LinkedHashMap<>();
    private final Map<Workload, Measurement> sild = new LinkedHashMap<>();

    Report(long rows, Duration time, int runs) {
        this.rows = rows;
        this.time = time;
        this.runs = runs;
    }

    void add(Workload workload, Measurement slim, Measurement own) {
        if (slim != null) {
            thin.put(workload, slim);
        }
        sild.put(workload, own);
    }

    String table() {
        var text = new StringBuilder("""
            | workload | thin server, per second | Sild, per second | of thin | target | p50, p95, p99 \
            | CPU: server + PostgreSQL | CPU of thin | statements | load's share of the CPU | statuses |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        sild.forEach((workload, run) -> text.append(line(workload, run)));
        return text.toString();
    }

    private String line(Workload workload, Measurement run) {
        var slim = Optional.ofNullable(thin.get(workload));
        String share = thin.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(workload.comparedWith()))
                .map(entry -> figure(run.perSecond() * 100 / entry.getValue().perSecond()) + " %")
                .findFirst()
                .orElse(NONE);
        var cells = List.of(
                workload.title(),
                slim.map(it -> figure(it.perSecond())).orElse(NONE),
                figure(run.perSecond()),
                share,
                workload.target(),
                "%.1f, %.1f, %.1f ms".formatted(run.p50(), run.p95(), run.p99()),
                cpu(run),
                slim.map(Report::cpu).orElse(NONE),
                "%.0f".formatted(run.statements()),
                slim.map(it -> "%.0f, ".formatted(it.shareOfLoad() * 100)).orElse("")
                        + "%.0f %%".formatted(run.shareOfLoad() * 100),
                statuses(run));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String figure(double number) {
        return number < 10 ? "%.1f".formatted(number) : "%,.0f".formatted(number);
    }

    private static String cpu(Measurement run) {
        return run.answers().count() == 0
                ? NONE
                : "%,.0f + %,.0f µs"
                        .formatted(
                                run.microseconds(run.cpu().server()),
                                run.microseconds(run.cpu().postgres()));
    }

    private static String statuses(Measurement run) {
        return run.answers().statuses.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("none")
                + (run.answers().wrong == 0 ? "" : "; wrong: " + run.answers().wrong);
    }

    private double others() {
        return Stream.concat(thin.values().stream(), sild.values().stream())
                .mapToDouble(Measurement::others)
                .max()
                .orElse(0);
    }

    /** Replaces what stands between the markers of this size; only a whole run on a quiet machine is worth keeping. */
    void write(Path document, boolean partly) throws IOException {
        if (partly || others() > QUIET) {
            System.out.printf(
                    "Not written to %s: %s.%n",
                    document,
                    partly ? "only a part was measured" : "others used up to %.2f processors".formatted(others()));
            return;
        }
        String begin = "<!-- workloads of %d rows -->\n".formatted(rows);
        String end = "<!-- end of workloads of %d rows -->\n".formatted(rows);
        String section = begin
                + ("\n### %,d opportunities%n%nMeasured on %s, %d processors; medians of %d runs of %d s "
                                + "after the servers were warm.%n%n")
                        .formatted(
                                rows,
                                LocalDate.now(),
                                Runtime.getRuntime().availableProcessors(),
                                runs,
                                time.toSeconds())
                + table()
                + end;
        String text = Files.exists(document) ? Files.readString(document) : "# Performance\n";
        if (!text.contains("\n## Workloads\n")) {
            text += "\n## Workloads\n";
        }
        int from = text.indexOf(begin);
        if (from >= 0) {
            text = text.substring(0, from) + section + text.substring(text.indexOf(end) + end.length());
        } else {
            int next = text.indexOf("\n## ", text.indexOf("\n## Workloads\n") + 1);
            text = next < 0 ? text + "\n" + section : text.substring(0, next) + "\n" + section + text.substring(next);
        }
        Files.writeString(document, text);
        System.out.println("Written to " + document);
    }
}
