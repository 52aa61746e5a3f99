package ee.sild.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All status transitions of one thing: from which status, by which transition, to which status, and who may execute it.
 *
 * @param <S> the statuses
 * @param <T> the transitions
 * @param <P> the parties that execute them
 */
public record StateTable<S extends Enum<S>, T extends Enum<T>, P extends Enum<P>>(List<StateTable.Row<S, T, P>> rows) {

    /** One line of a table. */
    public record Row<S, T, P>(Set<S> from, T transition, S to, Set<P> by) {}

    @SafeVarargs
    public static <S extends Enum<S>, T extends Enum<T>, P extends Enum<P>> StateTable<S, T, P> of(
            Row<S, T, P>... rows) {
        return new StateTable<>(List.of(rows));
    }

    @SafeVarargs
    public static <S extends Enum<S>, T extends Enum<T>, P extends Enum<P>> Row<S, T, P> row(
            Set<S> from, T transition, S to, P... by) {
        return new Row<>(Set.copyOf(from), transition, to, Set.copyOf(Arrays.asList(by)));
    }

    @SafeVarargs
    public static <S extends Enum<S>, T extends Enum<T>, P extends Enum<P>> Row<S, T, P> row(
            S from, T transition, S to, P... by) {
        return row(Set.of(from), transition, to, by);
    }

    /** The status after a transition, if this party may execute it in this status. */
    public Optional<S> next(S status, T transition, P by) {
        return rows.stream()
                .filter(row -> row.transition == transition && row.from.contains(status) && row.by.contains(by))
                .map(Row::to)
                .findFirst();
    }

    /** Whether this party may execute the transition from any status. */
    public boolean isEver(T transition, P by) {
        return rows.stream().anyMatch(row -> row.transition == transition && row.by.contains(by));
    }
}
