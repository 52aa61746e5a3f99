package ee.sild.notification.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of one connection, one after the other, and can close the last one while another thread uses it.
 */
final class CuttableSockets extends SocketFactory {

    private volatile Socket last = new Socket();

    @Override
    public Socket createSocket() {
        last = new Socket();
        return last;
    }

    /** Whatever waits for the socket fails, also while it connects or is below a TLS one. */
    void cut() throws IOException {
        last.close();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
