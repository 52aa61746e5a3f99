package ee.sild.platform.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import ee.sild.GeneratedRows;
import ee.sild.customer.CustomerSummary;
import ee.sild.platform.Page;
import ee.sild.platform.security.DatabaseActor;

import static org.assertj.core.api.Assertions.assertThat;

/** A request looks at a limited number of items, and the next one continues behind them. */
@QuarkusTest
class SearchedListTest {

    private static final int ITEMS = 5_700;

    @Inject
    Session session;

    /** Finds customers by the end of their names, and only among those that it is asked about. */
    private record NameSearch(Session session, String end, Set<UUID> asked) implements WordSearch {

        @Override
        public Found first(List<UUID> ids) {
            return new Found(among(ids), false);
        }

        @Override
        public Set<UUID> among(List<UUID> ids) {
            assertThat(asked).doesNotContainAnyElementsOf(ids);
            asked.addAll(ids);
            return new HashSet<>(session.createNativeQuery(
                            "select id from customer where id = any (:ids) and name ~ :end", UUID.class)
                    .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                    .setParameter("end", "(" + end + ")$")
                    .getResultList());
        }

        @Override
        public boolean isSelective() {
            return false;
        }
    }

    @Test
    void a_search_continues_on_the_next_page() {
        DatabaseActor.SYSTEM.act(() -> {
            QuarkusTransaction.begin();
            try {
                String mark = UUID.randomUUID().toString();
                new GeneratedRows(session, new Random(1)).run("""
                        insert into customer (id, name, country, created_at, updated_at, version)
                        select gen_random_uuid(), ? || lpad(n::text, 5, '0'), 'EE', now(), now(), 0
                          from generate_series(1, ?) n""", mark, ITEMS);

                var found = new ArrayList<String>();
                var asked = new HashSet<UUID>();
                String cursor = null;
                int pages = 0;
                do {
                    int before = asked.size();
                    var next = page(mark, new NameSearch(session, "00010|05290", asked), cursor);
                    assertThat(asked.size() - before).isLessThan(SearchedList.MOST + 500);
                    found.addAll(names(next));
                    cursor = next.nextCursor();
                    pages++;
                } while (cursor != null);
                assertThat(found).containsExactly(mark + "00010", mark + "05290");
                assertThat(pages).isGreaterThan(1);
                assertThat(asked).hasSize(ITEMS);

                var none = page(mark, new NameSearch(session, "x", new HashSet<>()), null);
                assertThat(none.items()).isEmpty();
                assertThat(none.nextCursor()).isNotNull();

                var common = new HashSet<UUID>();
                var full = page(mark, new NameSearch(session, "[05]", common), null);
                assertThat(names(full)).hasSize(25).contains(mark + "00005").isSorted();
                assertThat(common).hasSizeLessThan(ITEMS / 10);
                var next = page(mark, new NameSearch(session, "[05]", new HashSet<>()), full.nextCursor());
                assertThat(names(next).getFirst()).isEqualTo(mark + "00130");
            } finally {
                QuarkusTransaction.rollback();
            }
            return null;
        });
    }

    private static List<String> names(Page<CustomerSummary> page) {
        return page.items().stream().map(CustomerSummary::name).toList();
    }

    private Page<CustomerSummary> page(String mark, WordSearch search, String cursor) {
        var request = new PageRequest();
        request.limit = 25;
        request.cursor = cursor;
        return new KeysetQuery<CustomerSummary>(
                        """
                        new ee.sild.customer.CustomerSummary(c.id, c.name, c.country, c.address.city,
                          c.profile.registryCode, new ee.sild.platform.Ref(i.id, i.name), c.updatedAt)""", "Customer c left join Industry i on i.id = c.profile.industryId", "c.id")
                .sortable("name", "c.name", String.class)
                .where("c.name like :mark", "mark", mark + "%")
                .found(search)
                .page(session, request, "name");
    }
}
