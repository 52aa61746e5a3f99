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

/** The settings of an installation. */
@ConfigMapping(prefix = "sild")
public interface SildConfig {

    /** The port to listen on; 0 for any free port. */
    @WithDefault("8080")
    @Min(0)
    @Max(65535)
    int port();

    /** The address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** The folder of the database and of all that must survive a restart. */
    @WithDefault("data")
    Path data();

    /** Whether an empty database is filled with the demo vendor. */
    @WithDefault("false")
    boolean demo();

    /** The currency in which totals are shown (ISO 4217). */
    @WithDefault("EUR")
    @Currency
    String baseCurrency();

    /** Encrypts what must not be readable in a copy of the database. It is the same for all instances. */
    @Size(min = 16, message = "must have at least 16 characters")
    String secret();

    Session session();

    SigningKeys signingKeys();

    /** How the keys that sign access tokens are rotated. */
    interface SigningKeys {

        /** A new key is created after this time. */
        @WithDefault("90D")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration replacedAfter();

        /** A new key is published this long before it signs. */
        @WithDefault("1H")
        @DurationMin(message = "must not be negative")
        Duration publishedAhead();
    }

    Extension extension();

    Limits limits();

    /** Limits for requests. */
    interface Limits {

        /** Requests per minute for each caller. */
        @WithDefault("1200")
        @Min(1)
        int requests();

        /** Wrong passwords or secrets for one name from one network address; ten times as many for the address. */
        @WithDefault("10")
        @Min(1)
        int attempts();

        /** The time in which the attempts are refilled. */
        @WithDefault("15M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration attemptsWithin();

        /** The time within which the body of a request must arrive. */
        @WithDefault("30S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration bodyTimeout();

        /** The time within which the body of a request with a file must arrive. */
        @WithDefault("5M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration fileTimeout();
    }

    Statements statements();

    /** How long a database statement may take. After that, the client is asked to retry. */
    interface Statements {

        /** For requests that change nothing. */
        @WithDefault("3S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration read();

        /** For all other requests. */
        @WithDefault("3S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration write();

        /** For CSV exports, for requests that read all data, and for jobs. */
        @WithDefault("30S")
        @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
        Duration longest();
    }

    HeavyReads heavyReads();

    /** How many heavy reads (dashboards, CSV exports, rankings) run at the same time. */
    interface HeavyReads {

        /**
         * The maximum for each instance; one caller gets at most half. It must be lower than the number of database
         * connections, which is 16.
         */
        @WithDefault("4")
        @Min(1)
        @Max(12)
        int most();

        /** How long other requests wait before the client is asked to retry. */
        @WithDefault("2S")
        @DurationMin(message = "must not be negative")
        Duration waitFor();
    }

    /** The public URL of this installation, for links in mails; defaults to the local port. */
    Optional<@Pattern(regexp = "https?://.+", message = "must begin with http:// or https://") String> address();

    Mail mail();

    /** How mails are sent. */
    interface Mail {

        /** The SMTP server; without one, no mails are sent. */
        Optional<String> host();

        @WithDefault("587")
        @Min(1)
        @Max(65535)
        int port();

        /** The sender. */
        @WithDefault("sild@localhost")
        @Email(message = "must be an e-mail address")
        String from();

        /** Whether the connection uses TLS from the start; otherwise STARTTLS is used if the server offers it. */
        @WithDefault("false")
        boolean tls();

        Optional<String> user();

        Optional<String> password();
    }

    Live live();

    /** How changes are streamed to connected clients. */
    interface Live {

        /**
         * A stream ends after this time and the client resumes it where it stopped. A client that lost access is
         * rejected then.
         */
        @WithDefault("1M")
        @DurationMin(message = "must not be negative")
        Duration length();
    }

    Registration registration();

    /** How partners get exclusivity. */
    interface Registration {

        /** The vendor decides within this time, counted in the tier's business hours. */
        @WithDefault("16H")
        @DurationMin(minutes = 1, message = "must be at least a minute")
        Duration decideWithin();

        /** How many days exclusivity lasts, unless the approver sets another number. */
        @WithDefault("90")
        @Min(1)
        @Max(3650)
        int days();

        /** How many days before the end the partner is reminded. */
        @WithDefault("14")
        @Min(0)
        @Max(365)
        int remindDays();

        /** How many times exclusivity can be extended. */
        @WithDefault("2")
        @Min(0)
        int extensions();
    }

    Attachments attachments();

    /** Files attached to notes. */
    interface Attachments {

        /** The allowed file name extensions. */
        @WithDefault(
                "pdf,doc,docx,xls,xlsx,ppt,pptx,odt,ods,odp,rtf,txt,csv,md,xml,json,png,jpg,jpeg,gif,webp,heic,zip,7z,eml,msg,ics,vcf,dwg,dxf,vsdx,mp4")
        List<String> kinds();
    }

    Jobs jobs();

    /** How instances share recurring jobs. */
    interface Jobs {

        /**
         * How often an instance reports that it is alive. After four missed heartbeats, other instances take over its
         * jobs.
         */
        @WithDefault("5S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration heartbeat();
    }

    AnswerClock answerClock();

    /** For testing deadlines: a file with the duration by which the application's clock is ahead. */
    Optional<Path> clockOffsetFile();

    /** How often the deadlines of opportunities are checked. */
    interface AnswerClock {

        /** How often deadlines are checked. */
        @WithDefault("5S")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration every();

        /** How often the inactivity of partners is checked. */
        @WithDefault("10M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration inactivityEvery();
    }

    /** How long users stay signed in. */
    interface Session {

        /** How long a signed token is valid. The caller is still looked up at every request. */
        @WithDefault("5M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        @DurationMax(minutes = 30, message = "must be at most half an hour")
        Duration access();

        /** Users are signed out after this time without a request. */
        @WithDefault("30M")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration idle();

        /** Users are signed out after this time in any case. */
        @WithDefault("12H")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration absolute();

        /** A refresh token may be used twice within this time, because two tabs may do so. */
        @WithDefault("10S")
        @DurationMin(message = "must not be negative")
        Duration twoTabs();

        /** How long a client's old secret stays valid after rotation. */
        @WithDefault("1D")
        @DurationMin(message = "must not be negative")
        Duration secretOverlap();

        /** How long an invitation link is valid. */
        @WithDefault("7D")
        @DurationMin(seconds = 1, message = "must be at least a second")
        Duration invitation();
    }

    /** How far a managing partner may extend the due date of an opportunity. */
    interface Extension {

        /** How many times. */
        @WithDefault("2")
        @Min(0)
        int times();

        /** How many days each time. */
        @WithDefault("90")
        @Min(1)
        int days();
    }
}
