package ee.sild.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.GeneratedRows;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.KnownCaller;
import ee.sild.platform.security.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Java and SQL agree whose turn the approval of a registration is. */
@QuarkusTest
class ApprovalTurnTest {

    @Inject
    Session session;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void it_is_an_approvers_turn_in_sql_as_in_java(long seed) {
        DatabaseActor.SYSTEM.act(() -> {
            QuarkusTransaction.begin();
            try {
                compare(new GeneratedRows(session, new Random(seed)));
            } finally {
                QuarkusTransaction.rollback();
            }
            return null;
        });
    }

    private void compare(GeneratedRows rows) {
        UUID partner = rows.partner();
        UUID submitter = rows.user("PARTNER_ADMIN", partner);
        var approvers = List.of(
                new KnownCaller(rows.user("ADMIN", null), Role.ADMIN, null),
                new KnownCaller(rows.user("ADMIN", null), Role.ADMIN, null),
                new KnownCaller(rows.user("CHANNEL_MANAGER", null), Role.CHANNEL_MANAGER, null),
                new KnownCaller(rows.user("CHANNEL_MANAGER", null), Role.CHANNEL_MANAGER, null));
        UUID customer = rows.customer();
        int turns = 0;
        for (int i = 0; i < 60; i++) {
            UUID by = rows.chance(0.7) ? submitter : rows.oneOf(approvers).id();
            UUID id = registration(rows, customer, partner, by);
            boolean changed = rows.chance(0.5);
            if (changed) {
                change(
                        rows,
                        id,
                        rows.chance(0.5) ? submitter : rows.oneOf(approvers).id());
            }
            steps(rows, id, approvers);
            session.clear();
            var registration = session.find(DealRegistration.class, id);
            for (var approver : approvers) {
                boolean turn = RegistrationAction.open(registration, approver, 0)
                        .contains(changed ? RegistrationAction.APPROVE_CHANGE : RegistrationAction.APPROVE);
                assertThat(isTurnInSql(id, approver)).as("%s", approver).isEqualTo(turn);
                turns += turn ? 1 : 0;
            }
        }
        assertThat(turns).isBetween(40, 200);
    }

    private static UUID registration(GeneratedRows rows, UUID customer, UUID partner, UUID by) {
        UUID id = rows.id();
        rows.run("""
                insert into opportunity (id, number, topic, customer_id, currency, source, status, created_by,
                  created_at, updated_at, version)
                values (?, ?, 'Generated', ?, 'EUR', 'DISTRIBUTED', 'NEW', ?, now(), now(), 0)""", id, id.toString(), customer, by);
        rows.run("""
                insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name,
                  partner_id, status, submitted_by, submitted_at, decide_by, version)
                values (?, ?, ?, 'Generated', ?, 'Generated', ?, 'SUBMITTED', ?, now(), now(), 0)""", id, id.toString(), id, customer, partner, by);
        return id;
    }

    private static void change(GeneratedRows rows, UUID registration, UUID by) {
        rows.run("""
                update deal_registration
                   set status = 'APPROVED', exclusive_from = now(), exclusive_until = now() + interval '1 day',
                       change_currency = 'EUR', change_requested_by = ?, change_requested_at = now()
                 where id = ?""", by, registration);
    }

    /** One to three steps, at least one of them open. */
    private static void steps(GeneratedRows rows, UUID registration, List<KnownCaller> approvers) {
        int count = rows.oneOf(List.of(1, 2, 3));
        int decided = rows.oneOf(List.of(0, 1, 2));
        var deciders = new ArrayList<>(approvers);
        for (int i = 0; i < count; i++) {
            String approver = rows.oneOf(List.of("CHANNEL_MANAGER", "PARTNERS_CHANNEL_MANAGER", "ADMIN", "PERSON"));
            boolean named =
                    approver.equals("PERSON") || (approver.equals("PARTNERS_CHANNEL_MANAGER") && rows.chance(0.5));
            UUID decider = i < decided && i < count - 1 ? rows.oneOf(deciders).id() : null;
            deciders.removeIf(one -> one.id().equals(decider));
            rows.run(
                    """
                    insert into deal_registration_step (registration_id, position, approver, user_id, decided_by,
                      decided_at)
                    select ?, ?, ?, ?::uuid, d, case when d is not null then now() end from (values (?::uuid)) x (d)""",
                    registration,
                    i,
                    approver,
                    named ? rows.oneOf(approvers).id() : null,
                    decider);
        }
    }

    private boolean isTurnInSql(UUID registration, KnownCaller approver) {
        return session.createNativeQuery("select is_turn_of(:registration, :approver, :admin)", Boolean.class)
                .setParameter("registration", registration)
                .setParameter("approver", approver.id())
                .setParameter("admin", approver.role() == Role.ADMIN)
                .getSingleResult();
    }
}
