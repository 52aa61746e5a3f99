package ee.sild.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves at one step of the protocol, and counts what arrives. */
final class SmtpServer implements AutoCloseable {

    /** What a client sends, or the greeting that it waits for. */
    enum Step {
        GREETING,
        EHLO,
        HELO,
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        NOOP,
        RSET,
        QUIT
    }

    /** How the server answers. */
    enum Answer {
        NOTHING,
        RESET,
        ONE_CHARACTER_A_SECOND,
        AFTER_A_SECOND,
        TRY_LATER,
        AT_ONCE
    }

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Step troubled = Step.QUIT;
    private volatile Answer answer = Answer.AT_ONCE;

    SmtpServer() throws IOException {
        this(0);
    }

    SmtpServer(int port) throws IOException {
        server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(Step step, Answer how) {
        answer = how;
        troubled = step;
    }

    /** The contents that were confirmed or should have been. */
    List<String> received() {
        return received;
    }

    int connections() {
        return connections.size();
    }

    /** Whether the client ends the connection; it may say goodbye before. */
    boolean isDisconnected() throws IOException {
        var last = connections.getLast();
        if (last.isClosed()) {
            return true;
        }
        last.setSoTimeout(2_000);
        try {
            last.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean open = say(socket, Step.GREETING, "220 test ESMTP");
            while (open) {
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                Step step = Step.valueOf(line.substring(0, 4).toUpperCase(Locale.ROOT));
                open = say(socket, step, step == Step.DATA ? "354 go" : "250 ok");
                if (open && step == Step.DATA) {
                    received.add(content(lines));
                    open = say(socket, Step.CONTENT, "250 accepted");
                }
            }
        } catch (IOException disconnected) {
            // Clients may disconnect whenever they like.
        }
    }

    private static String content(BufferedReader lines) throws IOException {
        var content = new StringBuilder();
        for (String line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("disconnected");
            }
            content.append(line).append('\n');
        }
        return content.toString();
    }

    /** Whether the conversation goes on. */
    private boolean say(Socket socket, Step step, String text) throws IOException {
        var out = socket.getOutputStream();
        switch (step == troubled ? answer : Answer.AT_ONCE) {
            case NOTHING -> {
                return false;
            }
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
                return false;
            }
            case ONE_CHARACTER_A_SECOND -> slowly(out, text);
            case AFTER_A_SECOND -> {
                pause();
                write(out, text);
            }
            case TRY_LATER -> write(out, "451 try later");
            case AT_ONCE -> write(out, text);
        }
        return true;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void slowly(OutputStream out, String text) throws IOException {
        for (char one : (text + "\r\n").toCharArray()) {
            pause();
            out.write(one);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
