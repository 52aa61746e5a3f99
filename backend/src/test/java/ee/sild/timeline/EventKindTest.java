package ee.sild.timeline;

import org.junit.jupiter.api.Test;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.registration.RegistrationEvent;

import static org.assertj.core.api.Assertions.assertThat;

class EventKindTest {

    @Test
    void every_event_has_a_kind_of_its_own() {
        assertThat(EventKind.values())
                .hasSize(OpportunityEvent.class.getPermittedSubclasses().length
                        + RegistrationEvent.class.getPermittedSubclasses().length);
    }
}
