package ee.sild.platform.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A search that is not a condition of a list, because what it searches is too large to be read for each item. */
public interface WordSearch {

    /**
     * Searches these items, which are the first of the list. If none of them matches, and there is a quick way to find
     * all items that match, then it searches all.
     */
    Found first(List<UUID> ids);

    /** Those of these items that match. */
    Set<UUID> among(List<UUID> ids);

    /** Whether it is worth asking for all items before the first ones are known. */
    boolean isSelective();

    /**
     * What was found.
     *
     * @param ids the items that match
     * @param whole whether these are all items that match, and not only those of the first ones
     */
    record Found(Set<UUID> ids, boolean whole) {}
}
