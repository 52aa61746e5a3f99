package ee.sild.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of an installation. */
@ConfigMapping(prefix = "sild")
public interface SildConfig {

    /** Where it listens; 0 for any free port. */
    @WithDefault("8080")
    @Min(0)
    @Max(65535)
    int port();

    /** The address of this machine on which it listens. */
    @WithDefault("127.0.0.1")
    String host();

    /** Folder of the database and whatever else must survive a restart. */
    @WithDefault("data")
    Path data();

    /** Whether an empty database is filled with the demo vendor. */
    @WithDefault("false")
    boolean demo();

    /** Sums are shown in this currency (ISO 4217). */
    @WithDefault("EUR")
    @Currency
    String baseCurrency();

    /** Seals what must not be readable in a copy of the database; the same for all instances. */
    @Size(min = 16, message = "must have at least 16 characters")
    String secret();

    Session session();

    SigningKeys signingKeys();

    /** How the keys that sign access tokens follow each other. */
    interface SigningKeys {

        /** A new one is made after this long. */
        @WithDefault("90D")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration replacedAfter();

        /** It is published this long before it signs. */
        @WithDefault("1H")
        @DurationMin(message = "must not be negative")
        Duration publishedAhead();
    }

    Extension extension();

    Limits limits();

    /** How much is too much. */
    interface Limits {

        /** Requests a minute, for each caller. */
        @WithDefault("1200")
        @Min(1)
        int requests();

        /** Wrong passwords or secrets for one name from one network address; ten times as many for the address. */
        @WithDefault("10")
        @Min(1)
        int attempts();

        /** The time in which those tries come back. */
        @WithDefault("15M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration attemptsWithin();

        /** The body of a request must arrive within this time. */
        @WithDefault("30S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration bodyTimeout();

        /** The body of a request that carries a file must arrive within this time. */
        @WithDefault("5M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration fileTimeout();
    }

    Statements statements();

    /** How long the database may take for one statement; then the request is answered that it is to come again. */
    interface Statements {

        /** Of a request that changes nothing. */
        @WithDefault("3S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration read();

        /** Of any other request. */
        @WithDefault("3S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration write();

        /** Of a table, of what reads all that there is, and of jobs. */
        @WithDefault("30S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration longest();
    }

    HeavyReads heavyReads();

    /** Dashboards, tables, rankings: how many of them are answered at the same time. */
    interface HeavyReads {

        /**
         * So many at each instance, and at most half of them for one caller; fewer than the connections to the
         * database, which are 16.
         */
        @WithDefault("4")
        @Min(1)
        @Max(12)
        int most();

        /** The others wait so long, and then are asked to come again. */
        @WithDefault("2S")
        @DurationMin(message = "must not be negative")
        Duration waitFor();
    }

    /** Where people find this installation, for links in mails; this machine's own port where left out. */
    Optional<@Pattern(regexp = "https?://.+", message = "must begin with http:// or https://") String> address();

    Mail mail();

    /** How mails are sent. */
    interface Mail {

        /** The SMTP server; nothing is mailed without one. */
        Optional<String> host();

        @WithDefault("587")
        @Min(1)
        @Max(65535)
        int port();

        /** The sender. */
        @WithDefault("sild@localhost")
        @Email(message = "must be an e-mail address")
        String from();

        /** Whether the connection is encrypted from the beginning; otherwise it is as soon as the server offers it. */
        @WithDefault("false")
        boolean tls();

        Optional<String> user();

        Optional<String> password();
    }

    Live live();

    /** How changes are shown to those who look at them right now. */
    interface Live {

        /**
         * A stream ends after this long and is begun anew where it stopped; who may no longer come in finds out then.
         */
        @WithDefault("1M")
        @DurationMin(message = "must not be negative")
        Duration length();
    }

    Registration registration();

    /** How partners win exclusivity. */
    interface Registration {

        /** The vendor decides within so much time, in the hours of the tier's calendar. */
        @WithDefault("16H")
        @DurationMin(minutes = 1, message = "must be at least a minute")
        Duration decideWithin();

        /** Exclusivity lasts so many days, where whoever decides says nothing else. */
        @WithDefault("90")
        @Min(1)
        @Max(3650)
        int days();

        /** The partner is reminded so many days before its end. */
        @WithDefault("14")
        @Min(0)
        @Max(365)
        int remindDays();

        /** How many times it can be made longer. */
        @WithDefault("2")
        @Min(0)
        int extensions();
    }

    Attachments attachments();

    /** Files that go with notes. */
    interface Attachments {

        /** The endings of the names of files that are taken. */
        @WithDefault(
                "pdf,doc,docx,xls,xlsx,ppt,pptx,odt,ods,odp,rtf,txt,csv,md,xml,json,png,jpg,jpeg,gif,webp,heic,zip,7z,eml,msg,ics,vcf,dwg,dxf,vsdx,mp4")
        List<String> kinds();
    }

    Jobs jobs();

    /** How the jobs that recur are shared by instances. */
    interface Jobs {

        /** An instance says this often that it is there; the jobs of one that has missed four times are taken over. */
        @WithDefault("5S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration heartbeat();
    }

    AnswerClock answerClock();

    /** For trying out what clocks do: a file with the duration by which the application's clock is ahead. */
    Optional<Path> clockOffsetFile();

    /** How punctually the clocks of opportunities run. */
    interface AnswerClock {

        /** Looked at this often. */
        @WithDefault("5S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration every();

        /** Whether partners are at work is looked at this often. */
        @WithDefault("10M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration inactivityEvery();
    }

    /** How long people stay signed in. */
    interface Session {

        /** A signed token is believed this long; every request is looked at anyway. */
        @WithDefault("5M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        @DurationMax(minutes = 30, message = "must be at most half an hour")
        Duration access();

        /** Signed out after this long without a request. */
        @WithDefault("30M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration idle();

        /** Signed out after this long, whatever happens. */
        @WithDefault("12H")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration absolute();

        /** A refresh token may be used twice within this time: two tabs do that. */
        @WithDefault("10S")
        @DurationMin(message = "must not be negative")
        Duration twoTabs();

        /** A client's old secret is good this long after it got a new one. */
        @WithDefault("1D")
        @DurationMin(message = "must not be negative")
        Duration secretOverlap();

        /** An invitation link is good this long. */
        @WithDefault("7D")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration invitation();
    }

    /** How far a managing partner may move the date by which an opportunity is to be closed. */
    interface Extension {

        /** How many times. */
        @WithDefault("2")
        @Min(0)
        int times();

        /** How many days at a time. */
        @WithDefault("90")
        @Min(1)
        int days();
    }
}
