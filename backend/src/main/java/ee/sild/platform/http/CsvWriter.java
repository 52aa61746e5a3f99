package ee.sild.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

import ee.sild.platform.Page;

/**
 * Writes any list as CSV for a spreadsheet: one row per item, nested fields as {@code customer.name}. The columns
 * follow from the type.
 */
@Provider
@Produces(CsvWriter.TYPE)
public class CsvWriter implements MessageBodyWriter<Page<?>> {

    public static final String TYPE = "text/csv";

    private static final MediaType TABLE = MediaType.valueOf(TYPE);
    private static final ObjectWriter CSV = new CsvMapper()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writerFor(String[].class);
    /** The byte order mark, by which spreadsheets recognize UTF-8. */
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ObjectMapper json;

    CsvWriter(ObjectMapper json) {
        this.json = json.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /** Whether a client prefers CSV to JSON. */
    public static boolean isAskedFor(List<MediaType> acceptable) {
        return acceptable.stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(TABLE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var columns = CsvColumn.of(json.constructType(generic).containedType(0), json);
        var table = new ByteArrayOutputStream();
        table.write(UTF_8);
        try (var rows = CSV.writeValues(table)) {
            rows.write(columns.stream().map(CsvColumn::name).toArray(String[]::new));
            for (Object item : page.items()) {
                JsonNode whole = json.valueToTree(item);
                rows.write(columns.stream()
                        .map(column -> CsvCell.text(whole.at(column.at())))
                        .toArray(String[]::new));
            }
        }
        headers.putSingle("Content-Type", TYPE + ";charset=UTF-8");
        headers.putSingle("Content-Disposition", "attachment; filename=\"sild.csv\"");
        table.writeTo(out);
    }
}
