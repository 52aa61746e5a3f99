package ee.sild.platform.http.export;

/** The kinds of files that an export can be. */
public enum ExportFormat {
    csv,
    xlsx
}
