package ee.sild.opportunity.transition;

/** How an opportunity ends. */
public enum Outcome {
    WON,
    LOST
}
