package ee.sild.reference.vocabulary;

import java.util.Map;

/** What all entries of vocabularies have. */
interface EntryDetails {

    String name();

    Map<String, String> names();

    Integer position();

    boolean retired();
}
