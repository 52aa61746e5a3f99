package ee.sild.platform;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of an installation. */
@ConfigMapping(prefix = "sild")
public interface SildConfig {

    /** Folder of the database, the signing key and whatever else must survive a restart. */
    @WithDefault("data")
    Path data();

    /** Whether an empty database is filled with the demo vendor. */
    @WithDefault("false")
    boolean demo();

    /** Sums are shown in this currency (ISO 4217). */
    @WithDefault("EUR")
    String baseCurrency();

    /** Seals what must not be readable in a copy of the database; the same for all instances. */
    String secret();

    Session session();

    SigningKeys signingKeys();

    /** How the keys that sign access tokens follow each other. */
    interface SigningKeys {

        /** A new one is made after this long. */
        @WithDefault("90D")
        Duration replacedAfter();

        /** It is published this long before it signs. */
        @WithDefault("1H")
        Duration publishedAhead();
    }

    Extension extension();

    Limits limits();

    /** How much is too much. */
    interface Limits {

        /** Requests a minute, for each caller. */
        @WithDefault("1200")
        int requests();

        /** Wrong passwords or secrets for one name from one network address; ten times as many for the address. */
        @WithDefault("10")
        int tries();

        /** The time in which those tries come back. */
        @WithDefault("15M")
        Duration triesWithin();
    }

    AnswerClock answerClock();

    /** How punctually offers expire. */
    interface AnswerClock {

        /** Looked at this often. */
        @WithDefault("30S")
        Duration every();
    }

    /** How long people stay signed in. */
    interface Session {

        /** A signed token is believed this long; at most five minutes. */
        @WithDefault("5M")
        Duration access();

        /** Signed out after this long without a request. */
        @WithDefault("30M")
        Duration idle();

        /** Signed out after this long, whatever happens. */
        @WithDefault("12H")
        Duration absolute();

        /** A refresh token may be used twice within this time: two tabs do that. */
        @WithDefault("10S")
        Duration twoTabs();

        /** A client's old secret is good this long after it got a new one. */
        @WithDefault("1D")
        Duration secretOverlap();

        /** An invitation link is good this long. */
        @WithDefault("7D")
        Duration invitation();
    }

    /** How far a managing partner may move the date by which an opportunity is to be closed. */
    interface Extension {

        /** How many times. */
        @WithDefault("2")
        int times();

        /** How many days at a time. */
        @WithDefault("90")
        int days();
    }
}
