package ee.sild.opportunity;

/** How an opportunity ends. */
public enum Outcome {
    WON,
    LOST
}
