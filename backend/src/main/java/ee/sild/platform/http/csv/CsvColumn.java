package ee.sild.platform.http.csv;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A column of a CSV list: its name, such as {@code customer.name}, and where its value is in an item. */
record CsvColumn(String name, JsonPointer at) {

    /** The columns of items of this type. */
    static List<CsvColumn> of(JavaType type, ObjectMapper json) throws JsonMappingException {
        var columns = new ArrayList<CsvColumn>();
        new CsvColumn("", JsonPointer.empty()).add(type, json, columns);
        return columns;
    }

    private void add(JavaType type, ObjectMapper json, List<CsvColumn> columns) throws JsonMappingException {
        var fields =
                json.getSerializerProviderInstance().findValueSerializer(type).properties();
        if (!fields.hasNext()) {
            columns.add(this);
        }
        while (fields.hasNext()) {
            var field = fields.next();
            within(field.getName()).add(field.getType(), json, columns);
        }
    }

    private CsvColumn within(String field) {
        return new CsvColumn(name.isEmpty() ? field : name + "." + field, at.appendProperty(field));
    }
}
