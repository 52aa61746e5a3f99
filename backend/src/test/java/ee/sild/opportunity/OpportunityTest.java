package ee.sild.opportunity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ee.sild.opportunity.state.LostReason;
import ee.sild.opportunity.state.Phase;
import ee.sild.opportunity.state.ReturnReason;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

public class OpportunityTest {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Ref PARTNER = new Ref(UUID.randomUUID(), "Põhjala");
    static final UUID SELLER = UUID.randomUUID();

    @Test
    void work_starts_in_the_first_phase_after_acceptance() {
        var opportunity = accepted();

        assertThat(opportunity.status()).isEqualTo(OpportunityStatus.ACCEPTED);
        assertThat(opportunity.pipeline().phase()).isEqualTo(Phase.PROSPECT);
        assertThat(opportunity.dueDate().dueOn()).isEqualTo("2026-05-31");
        assertThat(opportunity.offer().answerBy()).isNull();
    }

    @Test
    void a_declined_opportunity_has_no_partner_and_only_that_partner_sees_the_reason() {
        var opportunity = delivered();

        var event = opportunity.offering().decline("NO_CAPACITY", "Busy", Party.OFFERED_PARTNER, NOW);

        assertThat(opportunity.partnerId()).isNull();
        assertThat(opportunity.status()).isEqualTo(OpportunityStatus.DECLINED);
        assertThat(event.on().partnerId()).isEqualTo(PARTNER.id());
        assertThat(event.details().reasonCode()).isEqualTo("NO_CAPACITY");
    }

    @Test
    void a_phase_goes_back_only_with_a_reason() {
        var opportunity = accepted();
        opportunity.work().changePhase(Phase.QUOTING, null, Party.MANAGING_PARTNER, NOW);

        assertThatThrownBy(() -> opportunity.work().changePhase(Phase.CONTACTING, " ", Party.MANAGING_PARTNER, NOW))
                .isInstanceOf(RuleViolation.class);
        assertThat(opportunity
                        .work()
                        .changePhase(Phase.CONTACTING, "New people", Party.MANAGING_PARTNER, NOW)
                        .details())
                .isEqualTo(EventDetails.moved(Phase.QUOTING, Phase.CONTACTING).because(null, "New people"));
    }

    @Test
    void a_partner_extends_within_the_policy_and_staff_without_limit() {
        var opportunity = accepted();
        var due = opportunity.dueDate().dueOn();
        opportunity.extension().extend(due.plusDays(90), null, 1, 90, SELLER, Party.MANAGING_PARTNER, NOW);

        assertThatThrownBy(() -> opportunity.extension().extend(due, null, 1, 90, SELLER, Party.STAFF, NOW))
                .hasMessage("opportunity.extension-backwards");
        assertThat(opportunity.extension().extend(due.plusDays(400), null, 1, 90, SELLER, Party.STAFF, NOW))
                .isInstanceOf(OpportunityEvent.Extended.class);
    }

    @Test
    void an_extension_beyond_the_policy_waits_for_staff() {
        var opportunity = accepted();
        var due = opportunity.dueDate().dueOn();
        assertThat(opportunity.dueDate().extendableUntil(1, 90, NOW)).contains(due.plusDays(90));

        assertThat(opportunity
                        .extension()
                        .extend(due.plusDays(91), "Later", 1, 90, SELLER, Party.MANAGING_PARTNER, NOW))
                .isInstanceOf(OpportunityEvent.ExtensionRequested.class);
        assertThat(opportunity.dueDate().dueOn()).isEqualTo(due);
        assertThat(opportunity.extension().decideExtension(null, "No", Party.STAFF, NOW))
                .isInstanceOf(OpportunityEvent.ExtensionRefused.class);
        assertThatThrownBy(() -> opportunity.extension().decideExtension(null, "No", Party.STAFF, NOW))
                .hasMessage("opportunity.no-extension-request");

        opportunity.extension().extend(due.plusDays(90), null, 1, 90, SELLER, Party.MANAGING_PARTNER, NOW);
        assertThat(opportunity.dueDate().extendableUntil(1, 90, NOW)).isEmpty();
        assertThat(opportunity.extension().extend(due.plusDays(95), null, 1, 90, SELLER, Party.MANAGING_PARTNER, NOW))
                .isInstanceOf(OpportunityEvent.ExtensionRequested.class);
        assertThat(opportunity.extension().decideExtension(due.plusDays(93), null, Party.STAFF, NOW))
                .isInstanceOf(OpportunityEvent.Extended.class);
        assertThat(opportunity.dueDate().dueOn()).isEqualTo(due.plusDays(93));
        assertThat(opportunity.dueDate().extensionRequest()).isNull();
    }

    @Test
    void an_extension_request_ends_with_the_partners_work() {
        var opportunity = accepted();
        opportunity
                .extension()
                .extend(opportunity.dueDate().dueOn().plusDays(91), null, 1, 90, SELLER, Party.MANAGING_PARTNER, NOW);
        opportunity.work().hold("Summer", Party.MANAGING_PARTNER, NOW);
        assertThat(opportunity.dueDate().extensionRequest()).isNotNull();
        opportunity.work().takeBack("Silent", Party.STAFF, NOW);
        assertThat(opportunity.dueDate().extensionRequest()).isNull();

        var shared = accepted();
        shared.extension()
                .extend(shared.dueDate().dueOn().plusDays(91), null, 1, 90, SELLER, Party.MANAGING_PARTNER, NOW);
        shared.sharing().start(false, Party.STAFF, NOW);
        assertThat(shared.dueDate().extensionRequest()).isNull();
    }

    @Test
    void a_partner_returns_a_distributed_opportunity_and_cannot_cancel_it() {
        var opportunity = accepted();

        assertThatThrownBy(() -> opportunity.closing().cancel("x", Party.MANAGING_PARTNER, NOW))
                .isInstanceOf(NotAllowed.class);
        opportunity.work().giveBack(ReturnReason.NO_INTEREST, null, Party.MANAGING_PARTNER, NOW);
        assertThat(opportunity.status()).isEqualTo(OpportunityStatus.RETURNED);
    }

    @Test
    void a_partner_cancels_its_own_opportunity_and_cannot_return_it() {
        var opportunity = Opportunity.byPartner("OPP-1", UUID.randomUUID(), details("EUR"), SELLER, PARTNER.id(), NOW);
        opportunity.work().approve(Party.STAFF, NOW);

        assertThatThrownBy(() -> opportunity.work().giveBack(ReturnReason.OTHER, null, Party.MANAGING_PARTNER, NOW))
                .hasMessage("opportunity.return-own");
        opportunity.closing().cancel("Customer went away", Party.MANAGING_PARTNER, NOW);
        assertThat(opportunity.status()).isEqualTo(OpportunityStatus.CANCELED);
    }

    @Test
    void it_is_won_only_in_its_currency_and_can_be_reopened() {
        var opportunity = accepted();
        var today = LocalDate.of(2026, 3, 2);

        assertThatThrownBy(() -> opportunity.closing().win(new Money(BigDecimal.TEN, "USD"), today, Party.STAFF, NOW))
                .hasMessage("opportunity.currency");
        opportunity.closing().win(new Money(BigDecimal.TEN, "EUR"), today, Party.STAFF, NOW);
        opportunity.closing().reopen("Too early", Party.STAFF, NOW);

        assertThat(opportunity.status()).isEqualTo(OpportunityStatus.ACCEPTED);
        assertThat(opportunity.partnerId()).isEqualTo(PARTNER.id());
        assertThat(opportunity.outcome().actualValue()).isNull();
    }

    @Test
    void closing_ends_an_open_offer() {
        var opportunity = delivered();

        opportunity.closing().lose(LostReason.NO_BUDGET, null, LocalDate.of(2026, 3, 2), Party.STAFF, NOW);

        assertThat(opportunity.partnerId()).isNull();
        assertThat(opportunity.offer().distributionId()).isNull();
    }

    static Opportunity delivered() {
        var opportunity = Opportunity.byStaff("OPP-1", UUID.randomUUID(), details("EUR"), UUID.randomUUID(), NOW);
        opportunity.offering().deliver(UUID.randomUUID(), PARTNER, NOW.plus(Duration.ofHours(24)), Party.STAFF, NOW);
        return opportunity;
    }

    static Opportunity accepted() {
        var opportunity = delivered();
        opportunity.offering().accept(SELLER, Party.OFFERED_PARTNER, NOW);
        return opportunity;
    }

    public static EditOpportunityRequest details(String currency) {
        var value = currency == null ? null : new Money(new BigDecimal("100"), currency);
        return EditOpportunityRequest.ofTopic("Topic").withValue(OpportunityValueRequest.ofEstimate(currency, value));
    }
}
