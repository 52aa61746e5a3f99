package ee.sild.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A mail as its recipient reads it.
 *
 * @param id the ID in the outbox; the message ID contains it
 */
record MailMessage(UUID id, String to, String subject, String plain, String html) {

    MimeMessage mime(Session session, InternetAddress from) throws MessagingException {
        var message = new IdentifiedMessage(session, "<%s@sild>".formatted(id));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        message.setHeader("Subject", SubjectLine.header(subject));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(plain, "plain"), part(html, "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** Keeps its message ID, by which a mail that arrives twice is recognized. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
