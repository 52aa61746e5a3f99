package ee.sild.distribution.matching;

/** By what the partners that may be offered an opportunity are ranked; each from 0 to 1. */
public enum MatchingScore {
    /** 1 for the partner that looks after the customer. */
    MANAGING_PARTNER,
    /** 1 for the highest tier, falling evenly to the lowest; 0 without a tier. */
    TIER,
    /** How little else the partner can do: Jaccard similarity of the competencies required and those it has. */
    COMPETENCY_FIT,
    /** 1 / (1 + steps up from the opportunity's territory to the one in which the partner works). */
    TERRITORY_DISTANCE,
    /** Won of won and lost in two years, after Laplace's rule of succession. */
    WIN_RATE,
    /**
     * 1 − share of the allowed time that an answer takes, on average over two years, with two middling answers added.
     */
    ANSWER_SPEED,
    /** The part of the capacity that is free; without a limit 10 / (10 + open). */
    FREE_CAPACITY,
    /** 1 − e^(−days since the last delivery / 30); 1 where there was none. */
    FAIRNESS
}
