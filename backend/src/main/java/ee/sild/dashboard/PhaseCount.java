package ee.sild.dashboard;

import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Money;

/** The opportunities in progress in one phase. */
public record PhaseCount(Phase phase, long count, Money value) {}
