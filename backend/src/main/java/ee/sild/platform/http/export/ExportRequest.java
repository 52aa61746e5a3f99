package ee.sild.platform.http.export;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import ee.sild.platform.Page;
import ee.sild.platform.http.PageRequest;

/** Which file is requested, and in which order its rows are. */
public class ExportRequest {

    @QueryParam("format")
    @DefaultValue("csv")
    @Parameter(description = "The kind of file. An `xlsx` file has at most 1048575 rows: 422 if there are more")
    ExportFormat format;

    @QueryParam("separator")
    @Parameter(
            description = "What separates the columns of a `csv` file. By default a comma, or a semicolon in languages "
                    + "whose decimal separator is a comma, because spreadsheets expect it")
    ExportSeparator separator;

    @QueryParam("sort")
    @Size(max = 50)
    @Parameter(description = PageRequest.SORT)
    String sort;

    /** The whole list in the requested order. */
    public PageRequest rows() {
        return PageRequest.whole(sort);
    }

    /** The requested file with these rows. */
    public <T> Export of(Page<T> rows, ExportColumns<T> columns) {
        return new Export(new Export.Content<>(rows, columns), format, separator);
    }
}
