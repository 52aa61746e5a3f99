package ee.sild.platform.http.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import ee.sild.platform.VendorDays;
import ee.sild.platform.database.ExportSettings;
import ee.sild.platform.database.Snapshot;
import ee.sild.platform.http.export.ExportColumns.Column;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.Messages;

/**
 * Writes any list as a file while it is read from the database, in constant memory. A failure in the middle breaks the
 * connection, so that no client takes a part for the whole.
 */
@Provider
@Produces({Export.CSV, Export.XLSX})
public class ExportWriter implements ServerMessageBodyWriter<Export> {

    /** A failure before this many bytes have been written still becomes a problem. */
    private static final int BUFFER = 64 * 1024;

    private final Snapshot snapshot;
    private final OngoingExports exports;
    private final ExportSettings settings;
    private final Clock clock;

    ExportWriter(Snapshot snapshot, OngoingExports exports, ExportSettings settings, Clock clock) {
        this.snapshot = snapshot;
        this.exports = exports;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == Export.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Export.class;
    }

    /** Ends the response only if it is complete. */
    @Override
    @SuppressWarnings("resource")
    public void writeResponse(Export file, Type generic, ServerRequestContext context) throws IOException {
        var texts = new ExportTexts(Messages.language().locale(), VendorDays.zone());
        var headers =
                ((ResteasyReactiveRequestContext) context).getResponse().get().getHeaders();
        boolean csv = file.format() == ExportFormat.csv;
        headers.putSingle(HttpHeaders.CONTENT_TYPE, csv ? Export.CSV + ";charset=UTF-8" : Export.XLSX);
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                texts.disposition(file.content().columns().list(), file.format(), clock.instant()));
        // Not the context's own stream, which would be closed in any case, and then the response would be complete.
        OutputStream out = context.serverResponse().createResponseOutputStream();
        try (var export = exports.begin()) {
            try {
                write(file, texts, export, out);
                out.close();
            } catch (IOException | RuntimeException | Error e) {
                if (!context.serverResponse().headWritten()) {
                    // The problem is not written by the writer that was chosen for the file.
                    ((ResteasyReactiveRequestContext) context).setEntityWriter(null);
                    throw e;
                }
                export.breakOff(e);
            }
        }
    }

    private void write(Export file, ExportTexts texts, OngoingExports.Export export, OutputStream out)
            throws IOException {
        var buffer = new BufferedOutputStream(out, BUFFER);
        snapshot.read(exports.transaction(), () -> {
            try {
                checkSize(file);
                Table table = table(file, texts, buffer);
                write(file.content(), table, texts, export);
                table.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        buffer.flush();
    }

    private <T> void write(Export.Content<T> content, Table table, ExportTexts texts, OngoingExports.Export export) {
        var columns = content.columns().all();
        content.rows().stream().forEach(row -> {
            if (export.isFirst()) {
                snapshot.limitStatements();
            }
            add(table, columns, texts, row);
            export.progress();
        });
    }

    /** A sheet has a maximum length, and nothing is cut off. */
    private void checkSize(Export file) {
        int most = settings.mostSheetRows();
        if (file.format() == ExportFormat.xlsx && file.content().rows().isLongerThan(most)) {
            throw new Invalid("/format", "sheet-rows", most);
        }
    }

    private static Table table(Export file, ExportTexts texts, OutputStream out) throws IOException {
        var columns = file.content().columns().all();
        var headings = columns.stream().map(texts::heading).toList();
        if (file.format() == ExportFormat.csv) {
            var separator = file.separator() == null ? ExportSeparator.of(texts.language()) : file.separator();
            return new CsvTable(headings, separator, out);
        }
        String name = texts.name(file.content().columns().list());
        return new XlsxTable(name, headings, columns.stream().map(Column::kind).toList(), out);
    }

    private static <T> void add(Table table, List<Column<T>> columns, ExportTexts texts, T row) {
        var cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(texts.cell(column, row)));
        try {
            table.add(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeTo(
            Export file,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("No writer interceptors are used");
    }
}
