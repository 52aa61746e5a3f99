package ee.sild.distribution.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;
import ee.sild.distribution.delivery.TransitionModel.Caller;
import ee.sild.distribution.delivery.TransitionModel.Status;
import ee.sild.distribution.offer.DueOffer;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.Api.unvalidated;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Executes random sequences of transitions by random callers. The server must respond as the model predicts, and the
 * database must be consistent afterwards. {@code -Dtest.full=true} runs ten thousand sequences; {@code -Dtest.seed=…}
 * repeats one.
 */
@QuarkusTest
@Tag("slow")
class TransitionSequencesTest {

    private static final int SEQUENCES =
            Integer.getInteger("test.sequences", Boolean.getBoolean("test.full") ? 10_000 : 60);
    private static final int MOVES = 10;
    private static final long SEED = Long.getLong("test.seed", 20_261_125L);
    /** The status, the last offer to each partner, and inconsistencies, of which there must be none. */
    private static final String KEPT = """
            select 'status', status from opportunity where id = ?
            union all select 'partner', coalesce(partner_id::text, '') from opportunity where id = ?
            union all (select distinct on (partner_id) partner_id::text, status from distribution
              where opportunity_id = ? order by partner_id, delivered_at desc)
            union all select 'wrong', coalesce(max(wrong), '') from (
            select concat_ws(' ', o.status, case when o.collaboration_id is not null then 'shared' end,
              'open offers:', d.open, 'places:', c.places) as wrong
              from opportunity o
             cross join lateral (select count(*) filter (where status = 'DELIVERED') as delivered,
               count(*) filter (where status = 'ACCEPTED') as accepted,
                                        count(*) filter (where status in ('DELIVERED', 'ACCEPTED')) as open,
                                        count(*) filter (where status in ('DELIVERED', 'ACCEPTED')
                                          and partner_id = o.partner_id) as of_partner
                                   from distribution where opportunity_id = o.id) d
             cross join lateral (select count(*) as places, count(*) filter (where joined_at is null) as asked,
               count(*) filter (where lead) as leads
                                   from collaborator where opportunity_id = o.id) c
             where o.id = ?
               and not case
                   when o.status in ('NEW', 'POOL', 'DECLINED', 'EXPIRED', 'RETURNED') then d.open = 0
                     and c.places = 0 and o.partner_id is null
                   when o.status in ('WON', 'LOST', 'CANCELED') then d.open = 0 and c.asked = 0
                     and (c.places > 0) = (o.collaboration_id is not null)
                   when o.collaboration_id is not null then d.open = c.places and d.delivered = c.asked
                     and (c.leads = 1) = (o.partner_id is not null)
                                                            and (o.status = 'DELIVERED') = (c.asked = c.places)
                   when o.status = 'DELIVERED' then d.delivered = 1 and d.open = 1 and d.of_partner = 1 and c.places = 0
                   else d.accepted = 1 and d.open = 1 and d.of_partner = 1 and c.places = 0 end) x""";

    @Inject
    OfferDeadlines deadlines;

    private final Map<Caller, Company> companies = new EnumMap<>(Caller.class);
    private final Map<Caller, Person> people = new EnumMap<>(Caller.class);
    private Connection owner;
    private final TreeMap<String, Integer> counted = new TreeMap<>();

    @Test
    void the_server_behaves_like_the_model() throws SQLException {
        companies.put(Caller.A, Api.partner());
        companies.put(Caller.B, Api.partner());
        int moves = 0;
        try (var connection = SuperuserConnection.connection()) {
            owner = connection;
            for (int i = 0; i < SEQUENCES; i++) {
                if (i % 500 == 0) {
                    signIn();
                }
                moves += sequence(SEED + i);
            }
        }
        System.out.printf("moves: %d sequences, %d moves, by status of the answer %s%n", SEQUENCES, moves, counted);
        assertThat(counted).containsKeys("200", "403", "404", "409");
    }

    private int sequence(long seed) throws SQLException {
        var random = new Random(seed);
        var model = new TransitionModel();
        String id = unvalidated(person(Caller.STAFF))
                .contentType("application/json")
                .body("{\"topic\": \"Juhus\", \"customer\": {\"name\": \"Juhuslik %s\", \"country\": \"EE\"}}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var done = new ArrayList<String>();
        int moves = 0;
        while (moves < MOVES) {
            if (move(random, model, id, done)) {
                moves++;
                check(model, id, "seed %d: %s".formatted(seed, done));
            }
        }
        look(model, id, "seed %d: %s".formatted(seed, done));
        return moves;
    }

    /** Executes a transition, or none if it is not applicable. */
    @SuppressWarnings("EnumOrdinal") // Any of them will do.
    private boolean move(Random random, TransitionModel model, String id, List<String> done) {
        int kind = random.nextInt(5) < 2 ? random.nextInt(18) : likely(model.status, random);
        // Mostly a caller who may, because a sequence of rejected requests tests little.
        boolean staffs = kind <= 3 || kind == 9 || kind == 13 || kind >= 15;
        Caller who = random.nextInt(6) == 0
                ? Caller.values()[random.nextInt(3)]
                : staffs
                        ? Caller.STAFF
                        : kind == 4 || kind == 12 || random.nextBoolean()
                                ? Caller.values()[1 + random.nextInt(2)]
                                : Caller.STAFF;
        Caller other = random.nextBoolean() ? Caller.A : Caller.B;
        boolean flag = random.nextBoolean();
        boolean override = random.nextInt(3) > 0;
        String reason = override ? "\"overrideReason\": \"x\"" : "\"overrideReason\": null";
        return switch (kind) {
            case 0, 1 ->
                expect(
                        done,
                        who + " distributes to " + other,
                        model.distribute(who, other, override),
                        transition(
                                who,
                                id,
                                "distribute",
                                "{\"method\": \"DIRECT\", \"partnerId\": \"%s\", %s}"
                                        .formatted(companies.get(other).id(), reason)));
            case 2 ->
                expect(
                        done,
                        who + " shares, asking " + flag,
                        model.share(who, flag, override),
                        transition(
                                who,
                                id,
                                "distribute",
                                ("{\"method\": \"COLLABORATION\", \"partnerIds\": "
                                                + "[\"%s\", \"%s\"], \"askEach\": %s, %s}")
                                        .formatted(
                                                companies.get(Caller.A).id(),
                                                companies.get(Caller.B).id(),
                                                flag,
                                                reason)));
            case 3 -> expect(done, who + " pools", model.pool(who), transition(who, id, "open-to-pool", null));
            case 4 -> expect(done, who + " claims", model.claim(who), transition(who, id, "claim", null));
            case 5, 6 ->
                model.offers.get(other) != null
                        && expect(done, other + " accepts", model.accept(other), answer(other, id, "accept", "{}"));
            case 7 ->
                model.offers.get(other) != null
                        && expect(
                                done,
                                other + " declines",
                                model.decline(other),
                                answer(other, id, "decline", "{\"reasonCode\": \"NO_CAPACITY\"}"));
            case 8 -> expire(model, other, id, done);
            case 9 -> expect(done, who + " recalls", model.recall(who), transition(who, id, "recall", null));
            case 10 ->
                expect(done, who + " holds", model.hold(who), transition(who, id, "hold", "{\"reason\": \"x\"}"));
            case 11 -> expect(done, who + " resumes", model.resume(who), transition(who, id, "resume", null));
            case 12 ->
                expect(
                        done,
                        who + " returns",
                        model.giveBack(who),
                        transition(who, id, "return", "{\"reasonCode\": \"NO_FUNDING\"}"));
            case 13 ->
                expect(
                        done,
                        who + (flag ? " cancels" : " takes back"),
                        flag ? model.cancel(who) : model.takeBack(who),
                        transition(who, id, flag ? "cancel" : "take-back", "{\"reason\": \"x\"}"));
            case 14 ->
                expect(
                        done,
                        who + " closes, won " + flag,
                        model.close(who, flag),
                        transition(
                                who,
                                id,
                                "close",
                                flag
                                        ? ("{\"outcome\": \"WON\", \"actualValue\": {\"amount\": 1, "
                                                        + "\"currency\": \"EUR\"}, \"closedOn\": \"%s\"}")
                                                .formatted(LocalDate.now(ZoneOffset.UTC))
                                        : "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}"));
            case 15 ->
                expect(
                        done,
                        who + " reopens",
                        model.reopen(who, override),
                        transition(who, id, "reopen", "{\"reason\": \"x\", %s}".formatted(reason)));
            case 16 ->
                expect(
                        done,
                        who + " adds " + other + ", asking " + flag,
                        model.add(who, other, flag, override),
                        collaborator(who, id, other, "{\"ask\": %s, %s}".formatted(flag, reason)));
            default ->
                (flag && model.places != null && model.places.containsKey(other))
                        ? expect(
                                done,
                                who + " names " + other,
                                model.lead(who, other),
                                collaborator(who, id, other, "{\"lead\": true}"))
                        : expect(
                                done,
                                who + " removes " + other,
                                model.remove(who, other),
                                unvalidated(person(who))
                                        .delete(
                                                "/api/v1/opportunities/{id}/collaborators/{partner}",
                                                id,
                                                companies.get(other).id()));
        };
    }

    /** One of the possible next transitions. */
    private static int likely(Status status, Random random) {
        int[] moves = switch (status) {
            case NEW, DECLINED, EXPIRED, RETURNED -> new int[] {0, 2, 3, 16};
            case POOL -> new int[] {4, 4, 9};
            case DELIVERED -> new int[] {5, 5, 7, 8, 9, 16, 17};
            case ACCEPTED, ON_HOLD -> new int[] {5, 7, 10, 11, 12, 13, 14, 16, 17};
            case WON, LOST, CANCELED -> new int[] {15};
        };
        return moves[random.nextInt(moves.length)];
    }

    private boolean expire(TransitionModel model, Caller who, String id, List<String> done) {
        if (model.offers.get(who) != TransitionModel.OfferState.DELIVERED) {
            return false;
        }
        String offer = offer(who, id);
        DatabaseActor.SYSTEM.act(() -> {
            deadlines.expire(new DueOffer(UUID.fromString(offer), UUID.fromString(id)));
            return null;
        });
        model.expire(who);
        done.add("the offer to " + who + " expires");
        return true;
    }

    private boolean expect(List<String> done, String what, int expected, Response answer) {
        done.add(what);
        int status = answer.statusCode() == 204 ? 200 : answer.statusCode();
        assertThat(status).as("%s: %s", done, answer.asString()).isEqualTo(expected);
        counted.merge("" + status, 1, Integer::sum);
        return true;
    }

    /** Signs in again, because a session does not last for ten thousand sequences. */
    private void signIn() {
        people.put(Caller.STAFF, Api.signIn(Api.sales().email()));
        companies.forEach(
                (who, company) -> people.put(who, Api.signIn(company.admin().email())));
    }

    private Person person(Caller who) {
        return people.get(who);
    }

    private Response transition(Caller who, String id, String transition, String body) {
        var request = unvalidated(person(who)).contentType("application/json");
        return (body == null ? request : request.body(body)).post("/api/v1/opportunities/{id}/{verb}", id, transition);
    }

    private Response collaborator(Caller who, String id, Caller partner, String body) {
        return unvalidated(person(who))
                .contentType("application/json")
                .body(body)
                .put(
                        "/api/v1/opportunities/{id}/collaborators/{partner}",
                        id,
                        companies.get(partner).id());
    }

    private Response answer(Caller who, String id, String transition, String body) {
        return unvalidated(person(who))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/distributions/{id}/{verb}", offer(who, id), transition);
    }

    /** The last offer to the partner. */
    private String offer(Caller who, String id) {
        return unvalidated(person(who))
                .queryParam("opportunityId", id)
                .get("/api/v1/distributions")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private void check(TransitionModel model, String id, String what) throws SQLException {
        var expected = new TreeMap<String, String>(Map.of(
                "status",
                model.status.name(),
                "partner",
                model.partner == null ? "" : companies.get(model.partner).id(),
                "wrong",
                ""));
        model.offers.forEach((who, offer) -> expected.put(companies.get(who).id(), offer.name()));
        var kept = new TreeMap<String, String>();
        try (var query = owner.prepareStatement(KEPT)) {
            for (int i = 1; i <= 4; i++) {
                query.setObject(i, UUID.fromString(id));
            }
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    kept.put(row.getString(1), row.getString(2));
                }
            }
        }
        assertThat(kept).as(what).isEqualTo(expected);
    }

    /** The callers that see it in the end. */
    private void look(TransitionModel model, String id, String what) {
        for (Caller who : Caller.values()) {
            assertThat(unvalidated(person(who))
                            .get("/api/v1/opportunities/{id}", id)
                            .statusCode())
                    .as("%s sees it, %s", who, what)
                    .isEqualTo(model.sees(who) ? 200 : 404);
        }
    }
}
