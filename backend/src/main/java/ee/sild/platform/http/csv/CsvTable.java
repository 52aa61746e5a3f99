package ee.sild.platform.http.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

/**
 * A table in CSV for a spreadsheet: one row per item, nested fields as {@code customer.name}. The columns follow from
 * the type.
 */
final class CsvTable {

    /** A table that fails in the middle must not be finished as if it were complete. */
    private static final ObjectWriter CSV = new CsvMapper()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .writerFor(String[].class);
    /** The byte order mark, by which spreadsheets recognize UTF-8. */
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ObjectMapper json;
    private final List<CsvColumn> columns;
    private final SequenceWriter rows;

    /** The mapper for the items of tables: amounts keep their decimals. */
    static ObjectMapper mapper(ObjectMapper json) {
        return json.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /** Begins a table with the names of its columns. */
    CsvTable(JavaType type, ObjectMapper json, OutputStream out) throws IOException {
        this.json = json;
        this.columns = CsvColumn.of(type, json);
        out.write(UTF_8);
        this.rows = CSV.writeValues(out);
        rows.write(columns.stream().map(CsvColumn::name).toArray(String[]::new));
    }

    void add(Object item) {
        JsonNode whole = json.valueToTree(item);
        try {
            rows.write(columns.stream()
                    .map(column -> CsvCell.text(whole.at(column.at())))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() throws IOException {
        rows.close();
    }
}
