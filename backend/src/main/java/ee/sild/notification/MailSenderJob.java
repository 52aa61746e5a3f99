package ee.sild.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.logging.Log;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import org.hibernate.LockMode;

import ee.sild.platform.SildConfig;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.Messages;

/** Sends what waits in the outbox, each mail in its reader's language. What fails is tried again for most of a day. */
@ApplicationScoped
class MailSenderJob implements Job {

    private static final int AT_A_TIME = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String LETTER = """
            select u.email, u.name, u.language, u.status, n.kind, n.topic, n.number, n.about, n.reason_code,
              n.excerpt, n.answer_by, n.opportunity_id
              from notification n join app_user u on u.id = n.user_id where n.id = :id""";

    private final EntityManager database;
    private final ReactiveMailer mailer;
    private final Template mail;
    private final SildConfig config;
    private final Clock clock;

    MailSenderJob(
            EntityManager database,
            ReactiveMailer mailer,
            @Location("mail.html") Template mail,
            SildConfig config,
            Clock clock) {
        this.database = database;
        this.mailer = mailer;
        this.mail = mail;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-mails";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        if (config.mail().host().isPresent()) {
            QuarkusTransaction.requiringNew().call(this::due).forEach(this::send);
        }
    }

    private List<UUID> due() {
        return database.createQuery(
                        "select m.id from Mail m where m.nextTryAt <= :now order by m.nextTryAt", UUID.class)
                .setParameter("now", clock.instant())
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }

    /** Whatever is wrong with one of them, the others go out. */
    private void send(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> waiting(id).ifPresent(this::send));
        } catch (RuntimeException e) {
            Log.warnf("Mail %s could not be sent: %s", id, e.getMessage());
            QuarkusTransaction.requiringNew()
                    .run(() -> waiting(id)
                            .ifPresent(mail -> mail.failed(e.getClass().getSimpleName(), clock.instant())));
        }
    }

    /** One that somebody else holds has to wait for the next time. */
    private Optional<Mail> waiting(UUID id) {
        return Optional.ofNullable(database.find(Mail.class, id, LockMode.UPGRADE_SKIPLOCKED))
                .filter(Mail::isWaiting);
    }

    private void send(Mail waiting) {
        Instant now = clock.instant();
        var letter = (Tuple) database.createNativeQuery(LETTER, Tuple.class)
                .setParameter("id", waiting.notificationId())
                .getSingleResult();
        if (letter.get("status", String.class).equals("ACTIVE")) {
            mailer.send(letter(waiting, letter)).await().atMost(TIMEOUT);
        }
        waiting.sent(now);
    }

    private io.quarkus.mailer.Mail letter(Mail waiting, Tuple letter) {
        var language = Locale.of(letter.get("language", String.class));
        String kind = letter.get("kind", String.class);
        var answerBy = letter.get("answer_by", Instant.class);
        String about = letter.get("about", String.class);
        Object[] facts = {
            SubjectLine.oneLine(letter.get("topic", String.class)),
            about == null ? Messages.in(language, "mail.several") : SubjectLine.oneLine(about),
            answerBy == null ? null : time(answerBy, language)
        };
        String subject = Messages.in(language, "mail." + kind + ".subject", facts);
        String text = Messages.in(language, "mail." + kind + ".text", facts);
        String code = letter.get("reason_code", String.class);
        String reason = code == null ? null : Messages.in(language, "reason." + code);
        String excerpt = letter.get("excerpt", String.class);
        String link = address() + "/opportunities/" + letter.get("opportunity_id", UUID.class);
        String greeting = Messages.in(language, "mail.greeting", SubjectLine.oneLine(letter.get("name", String.class)));
        String open = Messages.in(language, "mail.open");
        String why = Messages.in(language, "mail.why");
        String html = mail.data("language", language.getLanguage())
                .data("subject", subject)
                .data("greeting", greeting)
                .data("text", text)
                .data("reason", reason)
                .data("excerpt", excerpt)
                .data("link", link)
                .data("open", open)
                .data("why", why)
                .data("choices", address() + "/account")
                .data("number", letter.get("number", String.class))
                .render();
        String plain = greeting + "\n\n" + text + (reason == null ? "" : "\n" + reason)
                + (excerpt == null
                        ? ""
                        : "\n\n" + excerpt.lines().map("> "::concat).collect(Collectors.joining("\n"))) + "\n\n" + open
                + ": " + link + "\n\n-- \n" + why + " " + address() + "/account\n";
        return io.quarkus.mailer.Mail.withText(letter.get("email", String.class), subject, plain)
                .setHtml(html)
                // Vert.x encodes subjects by halves of surrogate pairs.
                .addHeader("Subject", SubjectLine.header(subject))
                .addHeader("Message-ID", "<%s@sild>".formatted(waiting.id()))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String address() {
        return config.address()
                .map(address -> address.replaceAll("/+$", ""))
                .orElse("http://localhost:" + config.port());
    }

    private static String time(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
