import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;

/**
 * The thinnest server that answers the questions of the workloads: SQL in, JSON out, prepared statements on a few
 * pipelined connections. It knows no callers, no rules, no audit; the tables are those of thin.sql. It is what Sild is
 * compared with. Arguments: port of the server, port of the database. The password is in PGPASSWORD.
 */
public class ThinServer extends AbstractVerticle {

    private static final int EVENT_LOOPS = 2;
    private static final int CONNECTIONS_EACH = 4;
    private static final JsonFactory JSON = new JsonFactory();

    private static final String SUMMARY = """
        select o.id, o.number, o.topic, o.status, o.source, o.customer_id as "customerId", o.customer, o.currency,
               o.estimated_value as "estimatedValue", o.actual_value as "actualValue", o.phase, o.probability,
               o.estimated_close_date as "estimatedCloseDate", o.due_on as "dueOn",
               o.partner_id as "partnerId", o.partner,
               o.assignee_id as "assigneeId", o.assignee, o.owner_id as "ownerId", o.owner, o.offer_id as "offerId",
               o.answer_by as "answerBy", o.created_at as "createdAt", o.updated_at as "updatedAt", o.version
          from thin.opportunity o
        """;
    private static final String DISTRIBUTED = SUMMARY
            + "where o.partner_id = $1 and o.status = 'DELIVERED' order by o.updated_at desc, o.id desc limit 25";
    private static final String MANAGED = SUMMARY
            + "where o.partner_id = $1 and o.status in ('ACCEPTED', 'ON_HOLD') order by o.updated_at desc, o.id desc"
            + " limit 25";
    private static final String NEWEST = SUMMARY + "where o.status = $1 order by o.updated_at desc, o.id desc limit 25";
    private static final String BY_VALUE =
            SUMMARY + "where o.status = $1 order by o.base_value desc, o.id desc limit 25";
    private static final String SEARCH =
            "with o as materialized (select * from thin.opportunity where to_tsvector('simple', topic || ' ' ||"
                    + " customer) @@ plainto_tsquery('simple', $1) limit"
                    + " 2000) " + SUMMARY.replace("thin.opportunity o", "o")
                    + "order by o.updated_at desc, o.id desc limit 25";
    private static final String DETAIL = "select o.* from thin.opportunity o where o.id = $1";
    private static final String NOTES = """
        select id, author_id as "authorId", author, visibility, text, created_at as "createdAt"
          from thin.note where opportunity_id = $1 order by created_at desc, id desc limit 10
        """;
    private static final String FIGURES =
            "select status, count(*) as count, sum(base_value) as value from thin.opportunity where partner_id = $1"
                    + " group by status";
    private static final String ADD_NOTE = """
        insert into thin.note (id, opportunity_id, author_id, author, visibility, text, created_at)
        values (uuidv7(), $1, $2, 'Caller', 'EVERYONE', $3, now()) returning id, created_at as "createdAt"
        """;
    /** Nothing is returned, and 409 answered, if somebody else was faster. */
    private static final String ACCEPT = """
        with accepted as (
            update thin.opportunity set status = 'ACCEPTED', phase = 'PROSPECT', accepted_at = now(),
                   updated_at = now(),
                   offer_id = null, answer_by = null, version = version + 1
             where id = $1 and status = 'DELIVERED' returning id, updated_at)
        insert into thin.note (id, opportunity_id, author_id, author, visibility, text, created_at)
        select uuidv7(), id, $2, 'Caller', 'EVERYONE', 'Accepted', updated_at
          from accepted returning opportunity_id as "id", created_at as "acceptedAt"
        """;

    private final int port;
    private final PgConnectOptions database;
    private final List<PgConnection> connections = new ArrayList<>();
    private int turn;

    private ThinServer(int port, PgConnectOptions database) {
        this.port = port;
        this.database = database;
    }

    public static void main(String[] arguments) {
        var database = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(arguments[1]))
                .setDatabase("sild")
                .setUser("sild")
                .setPassword(System.getenv("PGPASSWORD"))
                .setCachePreparedStatements(true)
                .setPipeliningLimit(64);
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS))
                .deployVerticle(
                        () -> new ThinServer(Integer.parseInt(arguments[0]), database),
                        new DeploymentOptions().setInstances(EVENT_LOOPS))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        var opened = new ArrayList<Future<PgConnection>>();
        for (int i = 0; i < CONNECTIONS_EACH; i++) {
            opened.add(PgConnection.connect(vertx, database).onSuccess(connections::add));
        }
        Future.all(opened)
                .compose(all ->
                        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1"))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        String[] path = request.path().split("/");
        if (request.method() == HttpMethod.POST) {
            request.body().onSuccess(body -> write(request, path, body)).onFailure(failure -> fail(request, failure));
        } else if (path.length == 3) {
            detail(request, UUID.fromString(path[2]));
        } else if (path[1].equals("dashboard")) {
            items(request, FIGURES, partner(request));
        } else {
            list(request);
        }
    }

    private void list(HttpServerRequest request) {
        switch (request.getParam("list")) {
            case "distributed" -> items(request, DISTRIBUTED, partner(request));
            case "managed" -> items(request, MANAGED, partner(request));
            case "newest" -> items(request, NEWEST, request.getParam("status"));
            case "value" -> items(request, BY_VALUE, request.getParam("status"));
            case "search" -> items(request, SEARCH, request.getParam("q"));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static UUID partner(HttpServerRequest request) {
        return UUID.fromString(request.getParam("partner"));
    }

    private Future<RowSet<Row>> ask(String sql, Object... values) {
        return connections.get(turn++ % connections.size()).preparedQuery(sql).execute(Tuple.from(values));
    }

    private void items(HttpServerRequest request, String sql, Object value) {
        ask(sql, value)
                .onFailure(failure -> fail(request, failure))
                .onSuccess(rows -> respond(request, 200, json -> {
                    json.writeStartObject();
                    array(json, "items", rows);
                    json.writeEndObject();
                }));
    }

    private void detail(HttpServerRequest request, UUID id) {
        var opportunity = ask(DETAIL, id);
        var notes = ask(NOTES, id);
        Future.all(opportunity, notes)
                .onFailure(failure -> fail(request, failure))
                .onSuccess(both -> {
                    if (opportunity.result().size() == 0) {
                        request.response().setStatusCode(404).end();
                        return;
                    }
                    respond(request, 200, json -> {
                        json.writeStartObject();
                        fields(json, opportunity.result().iterator().next());
                        array(json, "notes", notes.result());
                        json.writeEndObject();
                    });
                });
    }

    private void write(HttpServerRequest request, String[] path, Buffer body) {
        var id = UUID.fromString(path[2]);
        var user = UUID.fromString(request.getParam("user"));
        boolean note = path[3].equals("notes");
        (note ? ask(ADD_NOTE, id, user, body.toJsonObject().getString("text")) : ask(ACCEPT, id, user))
                .onFailure(failure -> fail(request, failure))
                .onSuccess(rows -> {
                    if (rows.size() == 0) {
                        request.response().setStatusCode(409).end();
                        return;
                    }
                    respond(request, note ? 201 : 200, json -> {
                        json.writeStartObject();
                        fields(json, rows.iterator().next());
                        json.writeEndObject();
                    });
                });
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        failure.printStackTrace();
        request.response().setStatusCode(500).end();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static void respond(HttpServerRequest request, int status, Writing body) {
        var bytes = new ByteArrayOutputStream(16_384);
        try (var json = JSON.createGenerator(bytes)) {
            body.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(Buffer.buffer(bytes.toByteArray()));
    }

    private static void array(JsonGenerator json, String name, RowSet<Row> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartObject();
            fields(json, row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, Row row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(row.getColumnName(i));
            switch (row.getValue(i)) {
                case null -> json.writeNull();
                case Integer number -> json.writeNumber(number);
                case Long number -> json.writeNumber(number);
                case Numeric number -> json.writeNumber(number.bigDecimalValue());
                case BigDecimal number -> json.writeNumber(number);
                case Object other -> json.writeString(other.toString());
            }
        }
    }
}
