package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** The opportunities won and lost in one month. */
public record MonthValue(@Schema(examples = "2026-11") String month, long won, long lost, Money wonValue) {}
