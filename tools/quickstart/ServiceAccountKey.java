import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * Prints a new RSA private key as PEM. kube-apiserver does not start without a key for service account tokens, and a JDK is
 * the only thing that is sure to be there to make one.
 */
class ServiceAccountKey {
  public static void main(String[] args) throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var encoded = generator.generateKeyPair().getPrivate().getEncoded();
    System.out.println("-----BEGIN PRIVATE KEY-----");
    System.out.println(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
    System.out.println("-----END PRIVATE KEY-----");
  }
}
