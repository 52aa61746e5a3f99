package ee.sild.platform.http;

import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.database.HeavyReadSettings;
import ee.sild.platform.database.OngoingRead;
import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.CurrentUser;

/**
 * Limits how many heavy reads run at the same time, in total and per caller. Others wait a moment, without a thread or
 * a connection, and then are asked to retry.
 */
@ApplicationScoped
class HeavyReads {

    private final FairPermits permits;
    private final long wait;
    private final Place place;
    private final CurrentUser user;
    private final CurrentVertxRequest request;
    private final Vertx vertx;

    HeavyReads(HeavyReadSettings settings, Place place, CurrentUser user, CurrentVertxRequest request, Vertx vertx) {
        int most = settings.most();
        this.permits = new FairPermits(most, Math.max(1, most / 2));
        this.wait = Math.max(1, settings.waitFor().toMillis());
        this.place = place;
        this.user = user;
        this.request = request;
        this.vertx = vertx;
    }

    /** Runs after the request was counted against its caller's limits. */
    @HeavyRead
    @ServerRequestFilter(priority = Priorities.USER + 100)
    Uni<Void> admit(ResourceInfo resource) {
        var heavy = resource.getResourceMethod().getAnnotation(HeavyRead.class);
        Caller caller = user.callerOrNull();
        if (caller == null) {
            return Uni.createFrom().nullItem();
        }
        OngoingRead read = OngoingRead.of(request.getCurrent());
        if (heavy.exports()) {
            read.whole();
        }
        var permit = permits.forCaller(caller.id());
        place.keep(permit);
        return Uni.createFrom().emitter(admitted -> waitFor(permit, read, admitted));
    }

    private void waitFor(FairPermits.Permit permit, OngoingRead read, UniEmitter<? super Void> admitted) {
        Runnable giveUp = () -> {
            if (permit.giveUp()) {
                admitted.fail(new Unavailable(new TimeoutException("Too many heavy reads")));
            }
        };
        long timer = vertx.setTimer(wait, late -> giveUp.run());
        permit.ask(() -> {
            vertx.cancelTimer(timer);
            admitted.complete(null);
        });
        read.whenLeft(giveUp);
    }

    /** The permit that the request holds until its end. */
    @RequestScoped
    static class Place {

        private FairPermits.Permit permit;

        void keep(FairPermits.Permit asked) {
            permit = asked;
        }

        @PreDestroy
        void leave() {
            if (permit != null) {
                permit.release();
            }
        }
    }
}
