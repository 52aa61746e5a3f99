package ee.sild.platform.database;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of exports. One that takes too long is broken off, which its client can detect. */
@ConfigMapping(prefix = "sild.exports")
public interface ExportSettings {

    /** For the whole export. */
    @WithDefault("15M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration longest();

    /** Without progress, because its client does not read. */
    @WithDefault("30S")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration stalled();

    /** The rows of an XLSX file, below its headings. A sheet has at most 1048576 rows in all. */
    @WithDefault("1048575")
    @Min(1)
    @Max(1_048_575)
    int mostSheetRows();
}
