package ee.sild.platform.http.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** A table in CSV, in UTF-8 with a byte order mark, for a spreadsheet. */
final class CsvTable implements Table {

    private static final ObjectWriter CSV = new CsvMapper()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .writerFor(String[].class);
    /** The byte order mark, by which spreadsheets recognize UTF-8. */
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvCells cells;
    private final SequenceWriter rows;

    CsvTable(List<String> headings, ExportSeparator separator, OutputStream out) throws IOException {
        this.cells = new CsvCells(separator);
        out.write(UTF_8);
        this.rows = CSV.with(CsvSchema.emptySchema().withColumnSeparator(separator.character()))
                .writeValues(out);
        add(List.copyOf(headings));
    }

    @Override
    public void add(List<Object> row) throws IOException {
        rows.write(row.stream().map(cells::text).toArray(String[]::new));
    }

    @Override
    public void end() throws IOException {
        rows.close();
    }
}
