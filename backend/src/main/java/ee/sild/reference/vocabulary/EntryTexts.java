package ee.sild.reference.vocabulary;

/** What the contract says about fields that all vocabularies have. */
final class EntryTexts {

    static final String NAMES = "The names in single languages, by their BCP 47 tags; `name` is for all others";
    static final String DISPLAY_NAME = "The name in the language of the request";
    static final String POSITION =
            "The place among the entries, from 1. Entries without a position follow those with one, by name";
    static final String RETIRED = "A retired entry stays where it is used and cannot be chosen any more";
    static final String MERGED = "The entry that has taken its place; null if there is none";
    static final String MERGING =
            "Whether references to an entry that was merged into this one are still being replaced";

    private EntryTexts() {}
}
