package ee.sild.notification.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

/** An event stream: notifies the caller immediately of changes they may see. */
@Path("/api/v1/events/stream")
@Tag(name = "Notifications")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
class EventStreamResource {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final LiveChanges changes;
    private final OpenStreams streams;
    private final CurrentUser user;
    private final LiveSettings settings;
    private final HttpServerRequest connection;

    EventStreamResource(
            LiveChanges changes,
            OpenStreams streams,
            CurrentUser user,
            LiveSettings settings,
            HttpServerRequest connection) {
        this.changes = changes;
        this.streams = streams;
        this.user = user;
        this.settings = settings;
        this.connection = connection;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events, each with its position as `id` and a change in its `data`",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples =
                                                    "id: 735.12\nevent: change\ndata: "
                                                            + "{\"kind\":\"ACCEPTED\",\"opportunityId\":\"0197f0a2-7a3e-7c11-9d2e-5b1f0c3d4e5f\"}\n\n")))
    @Operation(operationId = "streamEvents", summary = "Stream changes", description = """
            Server-sent events that the caller may see: `change` has the kind and the opportunity, `ready` marks \
            the start of the stream. It ends after a minute, or when the caller loses access. A user can have ten. \
            Reconnect with the last `id` in `Last-Event-ID` or `after` to miss nothing. If that position is \
            more than a day old, the answer is `RESET`.""")
    public void stream(
            @Context SseEventSink sink,
            @Context Sse sse,
            @HeaderParam("Last-Event-ID")
                    @Size(max = 40)
                    @Parameter(description = "The last `id` that the client received")
                    String lastEventId,
            @QueryParam("after")
                    @Size(max = 40)
                    @Parameter(description = "The last `id` received, for clients that cannot send the header")
                    String after)
            throws InterruptedException {
        var stream = streams.open(user.caller());
        // Tells a proxy that supports it not to buffer events.
        connection.response().putHeader("X-Accel-Buffering", "no");
        try (stream;
                sink) {
            Instant end = Instant.now().plus(settings.length());
            Instant alive = Instant.now();
            String asked = lastEventId == null ? after : lastEventId;
            String position = asked == null || !changes.isKept(asked) ? changes.now() : asked;
            String looked = null;
            send(
                    sink,
                    sse,
                    "ready",
                    new LiveChange(position, asked == null || asked.equals(position) ? "READY" : "RESET", null));
            while (!sink.isClosed() && !stream.hasEnded() && Instant.now().isBefore(end)) {
                String latest = changes.latest();
                if (!latest.equals(looked)) {
                    var some = changes.after(position);
                    for (LiveChange change : some) {
                        send(sink, sse, "change", change);
                        position = change.position();
                    }
                    if (some.size() < LiveChanges.AT_A_TIME) {
                        looked = latest;
                        position = some.isEmpty() ? latest : position;
                    }
                }
                if (Instant.now().isAfter(alive.plus(SIGN_OF_LIFE))) {
                    sink.send(sse.newEventBuilder().comment("alive").build())
                            .toCompletableFuture()
                            .join();
                    alive = Instant.now();
                }
                Thread.sleep(LOOK);
            }
        } catch (IllegalStateException | CompletionException gone) {
            // The client has disconnected, which may be noticed only when sending.
            if (!sink.isClosed()) {
                throw gone;
            }
        }
    }

    private static void send(SseEventSink sink, Sse sse, String name, LiveChange change) {
        sink.send(sse.newEventBuilder()
                        .id(change.position())
                        .name(name)
                        .reconnectDelay(1_000)
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(LiveChange.class, change)
                        .build())
                .toCompletableFuture()
                .join();
    }
}
