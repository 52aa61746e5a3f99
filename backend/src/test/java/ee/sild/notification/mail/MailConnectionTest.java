package ee.sild.notification.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ee.sild.notification.mail.SmtpServer.Answer;
import ee.sild.notification.mail.SmtpServer.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** No mail server holds its client longer than the limits, whatever it does and at whatever step. */
@Isolated
class MailConnectionTest {

    private static final MailServer.Limits LIMITS =
            new MailServer.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4));
    private static final Duration ALL_LIMITS = Duration.ofSeconds(11);
    private static final int FRESH_CONNECTIONS = 500;

    private SmtpServer server;
    private ScheduledExecutorService limiter;

    private record Settings(int port) implements MailSettings {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public String from() {
            return "sild@localhost";
        }

        @Override
        public boolean tls() {
            return false;
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new SmtpServer();
        limiter = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterEach
    void close() {
        server.close();
        limiter.shutdownNow();
    }

    private MailConnection connection() {
        return new MailConnection(new Settings(server.port()), LIMITS, limiter);
    }

    private static MailMessage mail() {
        return new MailMessage(UUID.randomUUID(), "anna@people.test", "Tere 🚀 õhtust", "Tekst: õ", "<p>õ</p>");
    }

    /** Clients that read the greeting on another thread than they connect on lose it now and then. */
    @Test
    void every_new_connection_delivers_its_mail() {
        for (int i = 0; i < FRESH_CONNECTIONS; i++) {
            assertTimeout(Duration.ofSeconds(2), () -> {
                try (var connection = connection()) {
                    connection.send(mail());
                }
            });
        }
        assertThat(server.received()).hasSize(FRESH_CONNECTIONS);
        assertThat(server.connections()).isEqualTo(FRESH_CONNECTIONS);
    }

    @Test
    void several_mails_share_a_connection() {
        try (var connection = connection()) {
            for (int i = 0; i < 20; i++) {
                connection.send(mail());
            }
        }
        assertThat(server.received()).hasSize(20);
        assertThat(server.connections()).isOne();
    }

    @Test
    void a_mail_has_its_headers_and_both_forms() {
        var mail = mail();
        try (var connection = connection()) {
            connection.send(mail);
        }
        assertThat(server.received())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Message-ID: <" + mail.id() + "@sild>\n",
                                "From: sild@localhost\n",
                                "To: anna@people.test\n",
                                "Date: ",
                                "Auto-Submitted: auto-generated\n",
                                "Subject: " + SubjectLine.header(mail.subject()) + "\n",
                                "Content-Type: multipart/alternative",
                                "Content-Type: text/plain; charset=UTF-8\n",
                                "Content-Type: text/html; charset=UTF-8\n"));
    }

    private static Stream<Arguments> troubles() {
        return Stream.of(Step.GREETING, Step.EHLO, Step.MAIL, Step.RCPT, Step.DATA, Step.CONTENT)
                .flatMap(step -> Arrays.stream(new Answer[] {
                            Answer.NOTHING, Answer.RESET, Answer.ONE_CHARACTER_A_SECOND, Answer.TRY_LATER
                        })
                        // A server without EHLO gets HELO.
                        .filter(answer -> step != Step.EHLO || answer != Answer.TRY_LATER)
                        .map(answer -> Arguments.of(step, answer)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_mail_that_fails_is_given_up_within_the_limits_and_the_next_one_is_sent(Step step, Answer answer)
            throws IOException {
        try (var connection = connection()) {
            server.answer(step, answer);
            assertTimeout(
                    ALL_LIMITS,
                    () -> assertThatThrownBy(() -> connection.send(mail())).isInstanceOf(MailConnection.NotSent.class));
            assertThat(server.isDisconnected()).isTrue();
            server.answer(step, Answer.AT_ONCE);
            var next = mail();
            connection.send(next);
            assertThat(server.received().getLast()).contains(next.id().toString());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_slow_server_gets_a_mail_once() {
        server.answer(Step.CONTENT, Answer.AFTER_A_SECOND);
        try (var connection = connection()) {
            connection.send(mail());
            connection.send(mail());
        }
        assertThat(server.received()).hasSize(2);
    }

    /** The server has confirmed the mail, so it must not be sent again. */
    @ParameterizedTest
    @MethodSource("silences")
    void a_confirmed_mail_is_sent_even_if_the_goodbye_fails(Answer answer) {
        server.answer(Step.QUIT, answer);
        assertTimeout(ALL_LIMITS, () -> {
            try (var connection = connection()) {
                connection.send(mail());
            }
        });
        assertThat(server.received()).hasSize(1);
    }

    private static Stream<Answer> silences() {
        return Stream.of(Answer.NOTHING, Answer.RESET, Answer.ONE_CHARACTER_A_SECOND);
    }

    @Test
    void a_connection_that_the_server_has_closed_is_opened_again() throws IOException {
        try (var connection = connection()) {
            connection.send(mail());
            server.answer(Step.NOOP, Answer.RESET);
            connection.send(mail());
        }
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void a_server_that_is_away_is_a_failure() {
        server.close();
        try (var connection = connection()) {
            assertThatThrownBy(() -> connection.send(mail())).isInstanceOf(MailConnection.NotSent.class);
        }
    }
}
