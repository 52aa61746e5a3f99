package ee.sild.opportunity.list;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.platform.http.WordSearch;
import ee.sild.platform.security.CurrentUser;

/**
 * Finds opportunities by words in them and in their notes, as far as the viewer may read them:
 * {@code R__62_searched_opportunity.sql}.
 */
final class OpportunitySearch implements WordSearch {

    /** The viewer of the rows of those who see an opportunity in the pool. */
    private static final UUID POOL = new UUID(0, 1);

    /** Of this many opportunities, sorting takes about as long as searching the list until a page is full. */
    private static final int FEW = 5_000;

    /** A number, a registry code and the like. */
    private static final Pattern CODE = Pattern.compile("(?=\\p{Alnum}*\\d)\\p{Alnum}{5,}");

    private final Session session;
    private final UUID viewer;
    private final String q;

    private OpportunitySearch(Session session, UUID viewer, String q) {
        this.session = session;
        this.viewer = viewer;
        this.q = q;
    }

    /** The search of a filter; null if it has none. */
    static OpportunitySearch of(Session session, OpportunityFilter filter, CurrentUser user) {
        if (filter.q == null || filter.q.isBlank()) {
            return null;
        }
        UUID own = user.isStaff() ? ListedOpportunity.VENDOR : user.partnerId();
        return new OpportunitySearch(session, filter.isPool() ? POOL : own, filter.q);
    }

    @Override
    public boolean isSelective() {
        return isVendor() && CODE.matcher(q).find();
    }

    /** A partner has few opportunities, and row-level security would read them all to search more of them. */
    @Override
    public Found first(List<UUID> ids) {
        return search(ids, isVendor() ? FEW : 0);
    }

    @Override
    public Set<UUID> among(List<UUID> ids) {
        return search(ids, 0).ids();
    }

    private boolean isVendor() {
        return viewer.equals(ListedOpportunity.VENDOR);
    }

    private Found search(List<UUID> ids, int atMost) {
        var row = session.createNativeQuery(
                        "select s.ids, s.whole from search_opportunities(:viewer, :q, :which, :atMost) s", Tuple.class)
                .addScalar("ids", UUID[].class)
                .addScalar("whole", Boolean.class)
                .setParameter("viewer", viewer)
                .setParameter("q", q)
                .setParameter("which", ids.toArray(UUID[]::new), UUID[].class)
                .setParameter("atMost", atMost)
                .getSingleResult();
        return new Found(new HashSet<>(List.of(row.get("ids", UUID[].class))), row.get("whole", Boolean.class));
    }
}
