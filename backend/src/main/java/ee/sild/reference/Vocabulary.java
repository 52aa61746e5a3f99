package ee.sild.reference;

/** The vendor's own vocabularies, which describe partners and opportunities. */
public enum Vocabulary {
    TERRITORY(Territory.class),
    COMPETENCY(Competency.class),
    INDUSTRY(Industry.class),
    PRODUCT_LINE(ProductLine.class);

    private final Class<? extends VocabularyEntry> type;

    Vocabulary(Class<? extends VocabularyEntry> type) {
        this.type = type;
    }

    Class<? extends VocabularyEntry> type() {
        return type;
    }

    VocabularyEntry entry(String name) {
        return switch (this) {
            case TERRITORY -> new Territory(name);
            case COMPETENCY -> new Competency(name);
            case INDUSTRY -> new Industry(name);
            case PRODUCT_LINE -> new ProductLine(name);
        };
    }
}
