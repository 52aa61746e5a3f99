package ee.sild.platform;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static ee.sild.platform.StateTable.row;
import static org.assertj.core.api.Assertions.assertThat;

class StateTableTest {

    private enum Door {
        OPEN,
        CLOSED,
        LOCKED
    }

    private enum Transition {
        CLOSE,
        LOCK,
        UNLOCK
    }

    private enum Party {
        GUEST,
        OWNER
    }

    private static final StateTable<Door, Transition, Party> TABLE = StateTable.of(
            row(Door.OPEN, Transition.CLOSE, Door.CLOSED, Party.GUEST, Party.OWNER),
            row(Set.of(Door.OPEN, Door.CLOSED), Transition.LOCK, Door.LOCKED, Party.OWNER));

    @Test
    void a_row_says_the_next_status() {
        assertThat(TABLE.next(Door.OPEN, Transition.CLOSE, Party.GUEST)).contains(Door.CLOSED);
        assertThat(TABLE.next(Door.CLOSED, Transition.LOCK, Party.OWNER)).contains(Door.LOCKED);
    }

    @Test
    void another_status_transition_or_party_is_not_allowed() {
        assertThat(TABLE.next(Door.CLOSED, Transition.CLOSE, Party.GUEST)).isEmpty();
        assertThat(TABLE.next(Door.LOCKED, Transition.UNLOCK, Party.OWNER)).isEmpty();
        assertThat(TABLE.next(Door.OPEN, Transition.LOCK, Party.GUEST)).isEmpty();
    }

    @Test
    void a_party_may_execute_a_transition_from_some_status() {
        assertThat(TABLE.isEver(Transition.LOCK, Party.OWNER)).isTrue();
        assertThat(TABLE.isEver(Transition.LOCK, Party.GUEST)).isFalse();
    }
}
