package fr.brume.protocol.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts one public key and nothing else (RFC 7858 section 4.2 calls this a key-pinned profile). Names and dates are not
 * looked at: the certificate is the server's own, and the machine may have neither a name service nor a clock. Safe for threads.
 */
public final class PinnedTrust implements X509TrustManager {
    private final Pin pin;

    /** @param pin 64 lower case hexadecimal digits, see {@link Pin} */
    public PinnedTrust(String pin) {
        this.pin = new Pin(pin);
    }

    /** For HTTPS. */
    public SSLSocketFactory socketFactory() {
        return context().getSocketFactory();
    }

    /** The client's end of a connection; its handshake fails with any other key. */
    public TlsRecords connect() {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(true);
        return new TlsRecords(engine);
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS 1.3", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length == 0 || !pin.equals(Pin.of(chain[0].getPublicKey()))) {
            throw new CertificateException("the server's key is not the pinned one");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("the agent is never a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
