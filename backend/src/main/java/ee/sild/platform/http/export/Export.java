package ee.sild.platform.http.export;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Page;

/** A whole list as a file for people. */
@Schema(name = "Csv", type = SchemaType.STRING, description = "A line with the headings, followed by the rows")
public final class Export {

    /** The media types of exports. */
    public static final String CSV = "text/csv";

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Content<?> content;
    private final ExportFormat format;
    private final ExportSeparator separator;

    /** What the file contains. */
    record Content<T>(Page<T> rows, ExportColumns<T> columns) {}

    /** @param separator null for the one that fits the reader's language */
    Export(Content<?> content, ExportFormat format, ExportSeparator separator) {
        this.content = content;
        this.format = format;
        this.separator = separator;
    }

    Content<?> content() {
        return content;
    }

    ExportFormat format() {
        return format;
    }

    ExportSeparator separator() {
        return separator;
    }
}
