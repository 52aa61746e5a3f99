package ee.sild.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
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
    /**
     * Where a spreadsheet could read a formula: at the start of a cell, and after another separator than ours. A
     * spreadsheet with that separator treats our quotes as part of the text.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(?:^|[;|\t\r\n])[\\s\"]*(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])");

    private final ObjectMapper json;

    CsvWriter(ObjectMapper json) {
        this.json = json.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    private record Column(String name, JsonPointer at) {

        Column within(String field) {
            return new Column(name.isEmpty() ? field : name + "." + field, at.appendProperty(field));
        }
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
        var columns = new ArrayList<Column>();
        addColumns(
                new Column("", JsonPointer.empty()), json.constructType(generic).containedType(0), columns);
        var table = new ByteArrayOutputStream();
        table.write(UTF_8);
        try (var rows = CSV.writeValues(table)) {
            rows.write(columns.stream().map(Column::name).toArray(String[]::new));
            for (Object item : page.items()) {
                JsonNode whole = json.valueToTree(item);
                rows.write(columns.stream()
                        .map(column -> cell(whole.at(column.at())))
                        .toArray(String[]::new));
            }
        }
        headers.putSingle("Content-Type", TYPE + ";charset=UTF-8");
        headers.putSingle("Content-Disposition", "attachment; filename=\"sild.csv\"");
        table.writeTo(out);
    }

    private void addColumns(Column column, JavaType type, List<Column> columns) throws JsonMappingException {
        var fields =
                json.getSerializerProviderInstance().findValueSerializer(type).properties();
        if (!fields.hasNext()) {
            columns.add(column);
        }
        while (fields.hasNext()) {
            var field = fields.next();
            addColumns(column.within(field.getName()), field.getType(), columns);
        }
    }

    private static String cell(JsonNode node) {
        if (node.isArray()) {
            return harmless(node.valueStream()
                    .map(one -> one.path("name").asText(one.asText()))
                    .collect(Collectors.joining("; ")));
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.isNull() ? "" : harmless(node.asText());
    }

    /** Escapes text that a spreadsheet would run as a formula. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("$0'");
    }
}
