package ee.sild.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Any list as a table for a spreadsheet: one row an item, nested fields as {@code customer.name}. */
@Provider
@Produces(CsvWriter.TYPE)
public class CsvWriter implements MessageBodyWriter<Page<?>> {

    public static final String TYPE = "text/csv";

    private static final CsvMapper CSV = new CsvMapper();
    private final ObjectMapper json;

    CsvWriter(ObjectMapper json) {
        this.json = json;
    }

    static boolean isAskedFor(String accept) {
        return accept != null && accept.startsWith(TYPE);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Page.class;
    }

    @Override
    public void writeTo(Page<?> page, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        headers.putSingle("Content-Type", TYPE + ";charset=UTF-8");
        headers.putSingle("Content-Disposition", "attachment; filename=\"sild.csv\"");
        var rows = new ArrayList<Map<String, String>>();
        var columns = new LinkedHashMap<String, Boolean>();
        for (Object item : page.items()) {
            var row = new LinkedHashMap<String, String>();
            flatten("", json.valueToTree(item), row);
            row.keySet().forEach(column -> columns.put(column, true));
            rows.add(row);
        }
        var schema = CsvSchema.builder().setUseHeader(true);
        columns.keySet().forEach(schema::addColumn);
        // Spreadsheets know UTF-8 by its byte order mark.
        out.write(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF });
        out.write(CSV.writer(schema.build()).writeValueAsBytes(rows));
    }

    private static void flatten(String name, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                    field.getValue(), row));
        } else if (node.isArray()) {
            var texts = new ArrayList<String>();
            node.forEach(one -> texts.add(one.isObject() && one.has("name") ? one.get("name").asText() : one.asText()));
            row.put(name, harmless(String.join("; ", texts)));
        } else {
            row.put(name, node.isNull() ? "" : node.isNumber() ? node.asText() : harmless(node.asText()));
        }
    }

    /** A text that a spreadsheet would run as a formula is kept a text. */
    private static String harmless(String text) {
        return !text.isEmpty() && List.of('=', '+', '-', '@', '\t', '\r').contains(text.charAt(0)) ? "'" + text : text;
    }
}
