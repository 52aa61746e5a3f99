package ee.sild.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ee.sild.identity.NotificationKind;
import ee.sild.timeline.EventKind;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationRuleTest {

    @Test
    void every_kind_of_notification_but_a_mention_is_of_an_event() {
        assertThat(Stream.of(EventKind.values())
                        .map(NotificationRule::of)
                        .flatMap(List::stream)
                        .map(NotificationRule::kind)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(NotificationKind.MENTIONED)));
    }

    @Test
    void nobody_gets_two_notifications_of_one_kind_for_one_event() {
        for (var event : EventKind.values()) {
            assertThat(NotificationRule.of(event).stream().map(NotificationRule::audience))
                    .doesNotHaveDuplicates();
        }
    }
}
