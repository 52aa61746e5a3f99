package ee.sild.timeline;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.registration.RegistrationEvent;

import static org.assertj.core.api.Assertions.assertThat;

class EventKindTest {

    @Test
    void every_event_of_a_feature_has_a_kind() {
        assertThat(EventKind.values())
                .extracting(Enum::name)
                .contains(Stream.of(OpportunityEvent.Kind.values())
                        .map(Enum::name)
                        .toArray(String[]::new))
                .hasSize(OpportunityEvent.Kind.values().length
                        + RegistrationEvent.class.getPermittedSubclasses().length);
    }
}
