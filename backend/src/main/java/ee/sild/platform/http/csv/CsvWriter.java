package ee.sild.platform.http.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import ee.sild.platform.Page;
import ee.sild.platform.database.Snapshot;

/**
 * Writes any list as CSV while it is read from the database, in constant memory. A failure in the middle breaks the
 * connection, so that no client takes a part for the whole.
 */
@Provider
@Produces(CsvWriter.TYPE)
public class CsvWriter implements ServerMessageBodyWriter<Page<?>> {

    public static final String TYPE = "text/csv";

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType TABLE = MediaType.valueOf(TYPE);
    /** A failure before this many bytes have been written still becomes a problem. */
    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper json;
    private final Snapshot snapshot;
    private final OngoingExports exports;

    CsvWriter(ObjectMapper json, Snapshot snapshot, OngoingExports exports) {
        this.json = CsvTable.mapper(json);
        this.snapshot = snapshot;
        this.exports = exports;
    }

    /** The media type that a client prefers: CSV or JSON; empty if it accepts neither. */
    public static Optional<MediaType> preferred(List<MediaType> acceptable) {
        return acceptable.stream()
                .filter(type -> type.isCompatible(JSON) || type.isCompatible(TABLE))
                .findFirst()
                .map(type -> type.isCompatible(JSON) ? JSON : TABLE);
    }

    /** Whether a client prefers CSV to JSON. */
    public static boolean isAskedFor(List<MediaType> acceptable) {
        return preferred(acceptable).filter(TABLE::equals).isPresent();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == Page.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Page.class;
    }

    /** Ends the response only if it is complete. */
    @Override
    @SuppressWarnings("resource")
    public void writeResponse(Page<?> page, Type generic, ServerRequestContext context) throws IOException {
        var response = ((ResteasyReactiveRequestContext) context).getResponse().get();
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=UTF-8");
        response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sild.csv\"");
        // Not the context's own stream, which would be closed in any case, and then the response would be complete.
        OutputStream out = context.serverResponse().createResponseOutputStream();
        try (var export = exports.begin()) {
            try {
                write(page, generic, export, out);
                out.close();
            } catch (IOException | RuntimeException | Error e) {
                if (!context.serverResponse().headWritten()) {
                    throw e;
                }
                export.breakOff(e);
            }
        }
    }

    private void write(Page<?> page, Type generic, OngoingExports.Export export, OutputStream out) throws IOException {
        var buffer = new BufferedOutputStream(out, BUFFER);
        var table = new CsvTable(json.constructType(generic).containedType(0), json, buffer);
        snapshot.read(
                exports.transaction(),
                () -> page.stream().forEach(item -> {
                    if (export.isFirst()) {
                        snapshot.limitStatements();
                    }
                    table.add(item);
                    export.progress();
                }));
        table.end();
        buffer.flush();
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("No writer interceptors are used");
    }
}
