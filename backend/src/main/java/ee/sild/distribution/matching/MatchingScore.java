package ee.sild.distribution.matching;

/** The scores that rank eligible partners, each from 0 to 1. */
public enum MatchingScore {
    /** 1 for the customer's managing partner. */
    MANAGING_PARTNER,
    /** 1 for the highest tier, decreasing evenly to the lowest; 0 without a tier. */
    TIER,
    /** Jaccard similarity of the required competencies and the partner's: other competencies lower it. */
    COMPETENCY_FIT,
    /** 1 / (1 + steps up from the opportunity's territory to the one in which the partner works). */
    TERRITORY_DISTANCE,
    /** Share of won among won and lost in two years, by Laplace's rule of succession. */
    WIN_RATE,
    /**
     * 1 − average share of the allowed time that an answer takes, over two years, with two answers of one half added.
     */
    ANSWER_SPEED,
    /** The free share of the capacity; without a limit 10 / (10 + open). */
    FREE_CAPACITY,
    /** 1 − e^(−days since the last delivery / 30); 1 without a delivery. */
    FAIRNESS
}
