package ee.sild.platform.http.export;

import java.io.IOException;
import java.util.List;

/** A file of rows that is written as they come. */
interface Table {

    /** Adds a row of texts, numbers, days and times; null for an empty cell. */
    void add(List<Object> cells) throws IOException;

    /** Ends the file. One that fails in the middle must not be ended as if it were complete. */
    void end() throws IOException;
}
