using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp
{
    public static class torchvision
    {
        public interface ITransform : nn.IModule<Tensor, Tensor>;

        public enum ImageFormat { Unknown, Png, Jpeg, Bmp, Gif, Tiff, Emf, Exif, Wmf, Pbm, Tga, Webp }

        public static class datasets
        {
            public enum CelebADatasetSplit { Train = 0, Valid = 1, Test = 2, All = -1 }

            public static extern Dataset MNIST(string root, bool train, bool download = false, ITransform target_transform = null);

            public static extern Dataset FashionMNIST(string root, bool train, bool download = false, ITransform target_transform = null);

            public static extern Dataset KMNIST(string root, bool train, bool download = false, ITransform target_transform = null);

            public static extern Dataset CIFAR10(string root, bool train, bool download = false, ITransform target_transform = null);

            public static extern Dataset CIFAR10(string root, bool train, bool download, Func<Tensor, Tensor> target_transform);

            public static extern Dataset CIFAR100(string root, bool train, bool download = false, ITransform target_transform = null);

            public static extern Dataset CIFAR100(string root, bool train, bool download, Func<Tensor, Tensor> target_transform);

            public static extern Dataset CelebA(string root, CelebADatasetSplit split = CelebADatasetSplit.Train, string[] target_type = null, nn.IModule<Tensor, Tensor> transform = null, nn.IModule<Tensor, Tensor> target_transform = null, bool download = false);
        }

        public static class io
        {
            public enum ImageReadMode { UNCHANGED, GRAY, GRAY_ALPHA, RGB, RGB_ALPHA }

            public static Imager DefaultImager { get; set; }

            public static extern Tensor read_file(string filename);

            public static extern Task<Tensor> read_file_async(string filename);

            public static extern Tensor read_image(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager imager = null);

            public static extern Tensor read_image(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager imager = null);

            public static extern Task<Tensor> read_image_async(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager imager = null);

            public static extern Tensor decode_image(Tensor image, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager imager = null);

            public static extern Tensor encode_image(Tensor image, ImageFormat format, Imager imager = null);

            public static extern void write_file(string filename, Tensor data);

            public static extern void write_image(Tensor image, string filename, ImageFormat format, Imager imager = null);

            public static extern void write_png(Tensor image, string filename, Imager imager = null);

            public static extern void write_jpeg(Tensor image, string filename, Imager imager = null);

            public abstract class Imager
            {
                public abstract Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED);

                public abstract Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED);

                public virtual extern Task<Tensor> DecodeImageAsync(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, CancellationToken cancellationToken = default);

                public abstract void EncodeImage(Tensor image, ImageFormat format, Stream stream);

                public abstract byte[] EncodeImage(Tensor image, ImageFormat format);

                public virtual extern Task EncodeImageAsync(Tensor image, ImageFormat format, Stream stream, CancellationToken cancellationToken = default);
            }

            public sealed class SkiaImager : Imager
            {
                public extern SkiaImager();

                public override extern Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED);

                public override extern Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED);

                public override extern void EncodeImage(Tensor image, ImageFormat format, Stream stream);

                public override extern byte[] EncodeImage(Tensor image, ImageFormat format);
            }
        }

        public static class models
        {
            public static extern nn.Module<Tensor, Tensor> alexnet(int num_classes = 1000, float dropout = 0.5f, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> vgg11(int num_classes = 1000, float dropout = 0.5f, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> vgg13(int num_classes = 1000, float dropout = 0.5f, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> vgg16(int num_classes = 1000, float dropout = 0.5f, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> vgg19(int num_classes = 1000, float dropout = 0.5f, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> resnet18(int num_classes = 1000, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> resnet34(int num_classes = 1000, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> resnet50(int num_classes = 1000, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> resnet101(int num_classes = 1000, string weights_file = null, bool skipfc = true, Device device = null);

            public static extern nn.Module<Tensor, Tensor> resnet152(int num_classes = 1000, string weights_file = null, bool skipfc = true, Device device = null);
        }

        public static class transforms
        {
            public static extern ITransform AdjustBrightness(double brightness_factor);

            public static extern ITransform AdjustContrast(double contrast_factor);

            public static extern ITransform AdjustGamma(double gamma, double gain = 1.0);

            public static extern ITransform AdjustHue(double hue_factor);

            public static extern ITransform AdjustSaturation(double saturation_factor);

            public static extern ITransform AdjustSharpness(double sharpness);

            public static extern ITransform AutoContrast();

            public static extern ITransform CenterCrop(int height, int width);

            public static extern ITransform CenterCrop(int size);

            public static extern ITransform ColorJitter(float brightness = 0, float contrast = 0, float saturation = 0, float hue = 0);

            public static extern ITransform Compose(params ITransform[] transforms);

            public static extern ITransform ConvertImageDtype(ScalarType dtype);

            public static extern ITransform ConvertImageDType(ScalarType dtype);

            public static extern ITransform Crop(int top, int left, int height, int width);

            public static extern ITransform Equalize();

            public static extern ITransform GaussianBlur(IList<long> kernelSize, float min = 0.1f, float max = 2.0f);

            public static extern ITransform GaussianBlur(long kernel_size, float min = 0.1f, float max = 2.0f);

            public static extern ITransform Grayscale(int outputChannels = 1);

            public static extern ITransform HorizontalFlip();

            public static extern ITransform Invert();

            public static extern ITransform Lambda(Func<Tensor, Tensor> lambda);

            public static extern ITransform Normalize(double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32, Device device = null);

            public static extern ITransform Pad(long[] padding, PaddingModes mode = PaddingModes.Constant, double fill = 0);

            public static extern ITransform RandomChoice(params ITransform[] transforms);

            public static extern ITransform RandomOrder(params ITransform[] transforms);

            public static extern ITransform RandomResizedCrop(int height, int width, double scaleMin = 0.08, double scaleMax = 1.0, double ratioMin = 0.75, double ratioMax = 1.3333333333333);

            public static extern ITransform RandomResizedCrop(int size, double scaleMin = 0.08, double scaleMax = 1.0, double ratioMin = 0.75, double ratioMax = 1.3333333333333);

            public static extern ITransform RandomRotation(double degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float> fill = null);

            public static extern ITransform Randomize(ITransform transform, double p = 0.1);

            public static extern ITransform Resize(int height, int width, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false);

            public static extern ITransform Resize(int height, int width);

            public static extern ITransform Resize(int size);

            public static extern ITransform Rotate(float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float> fill = null);

            public static extern ITransform VerticalFlip();
        }
    }
}
